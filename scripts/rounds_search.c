/* Simulated annealing for rounds of tables that a group carries into each other; see make_rounds.py.

   One job a line:

       n g m b seed iterations restarts target lack t0 t1 apart keeper... image...

   n people at g tables; each of the m images says, a letter a person, where an element of the group carries people (the
   first is the identity); b base rounds, each of which stands for m rounds. apart names the people who are not to meet
   by a common letter ("-": nobody), and must be carried into itself by the group. A keeper for each base round is

       spin share moving sizes stays turn

   With a spin of more than 1 the round is carried into itself by the turn, a permutation whose cycles have that length
   or 1 ("-": none); share is the spin where the turn is in the group, so that the round stands for so many times fewer
   rounds, and 1 elsewhere. sizes are those of its tables, as letters; the first tables, moving of them, turn into each
   other by as many as the spin says; of who stays where they are each of the others holds as many as its letter of
   stays says.

   What is lowered is the sum over pairs of C(meetings, 2), and lack for each pair who never meet, until the target is
   reached. Answer: that sum, and the base rounds: the table of each person as a letter. Same line, same answer. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { PEOPLE = 64, ROUNDS = 64, SEATS = 64, IMAGES = 64, UNIT = 30, COST = 2 * UNIT * UNIT };
static const char LETTERS[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

static uint64_t state;
static int n, g, m, b, image[IMAGES][PEOPLE];
static int orbit[PEOPLE][PEOPLE], length[PEOPLE * PEOPLE], each[PEOPLE * PEOPLE], orbits;
static long lack, met[PEOPLE * PEOPLE];
static int size[ROUNDS][PEOPLE], stays[ROUNDS][PEOPLE], moving[ROUNDS], table[ROUNDS][PEOPLE], seat[ROUNDS][PEOPLE], at[ROUNDS][PEOPLE][SEATS], best[ROUNDS][PEOPLE];
static char holes[PEOPLE + 2];
static int spin[ROUNDS], share[ROUNDS], turned[ROUNDS][PEOPLE], spins[ROUNDS][PEOPLE];

static uint32_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32);
}

static uint32_t below(uint32_t limit) { return (uint32_t)(((uint64_t)next_random() * limit) >> 32); }

/* Numbers from a word of letters; 0, 1, 2 ... from "-". */
static void read_word(int *to, int count)
{
    char word[PEOPLE + 2];
    if (scanf("%65s", word) != 1) return;
    for (int x = 0; x < count; x++) to[x] = word[0] == '-' ? x : (int)(strchr(LETTERS, word[x]) - LETTERS);
}

static void find_orbits(void)
{
    memset(orbit, -1, sizeof orbit);
    orbits = 0;
    for (int x = 0; x < n; x++)
        for (int y = x + 1; y < n; y++) {
            if (orbit[x][y] >= 0) continue;
            int found = 0;
            for (int i = 0; i < m; i++) {
                int u = image[i][x], v = image[i][y];
                if (orbit[u][v] < 0) { orbit[u][v] = orbit[v][u] = orbits; found++; }
            }
            length[orbits] = found;
            each[orbits++] = m / found;
        }
}

/* One more (or one less) base pair of a round in an orbit of pairs: what it adds to the cost. A pair counts 1 / share
   in each of the orbit, so meetings are counted in 30ths, and what they cost in 1800ths. */
static inline long join(int r, int o)
{
    long before = met[o], k = each[o] * UNIT / share[r];
    met[o] = before + k;
    return length[o] * (k * (2 * before + k - UNIT) - (before ? 0 : lack * COST));
}

static inline long part(int r, int o)
{
    long k = each[o] * UNIT / share[r], after = met[o] -= k;
    return -length[o] * (k * (2 * after + k - UNIT) - (after ? 0 : lack * COST));
}

static void place(int r, int x, int t, int *room)
{
    table[r][x] = t, seat[r][x] = room[t], at[r][t][room[t]++] = x;
}

static long deal(void)
{
    long cost = lack * COST * n * (n - 1) / 2;
    memset(met, 0, sizeof met);
    if (holes[0] != '-')
        for (int x = 0; x < n; x++)
            for (int y = x + 1; y < n; y++)
                if (holes[x] == holes[y] && holes[x] != '.') met[orbit[x][y]] = UNIT;
    for (int r = 0; r < b; r++) {
        int order[PEOPLE], room[PEOPLE], people = 0;
        for (int i = 0; i < n; i++) {
            int first = 1, y = turned[r][i];
            while (y != i) first &= i < y, y = turned[r][y];
            if (first) order[people++] = i;
        }
        for (int i = people - 1; i > 0; i--) {
            int j = below(i + 1), keep = order[i];
            order[i] = order[j];
            order[j] = keep;
        }
        for (int t = 0; t < g; t++) room[t] = 0;
        /* First who stays, at the tables that turn into themselves, then whole turns. */
        int still = moving[r], t = 0;
        for (int i = 0; i < people; i++) if (spins[r][order[i]] == 1 && spin[r] > 1) {
            while (still < g && room[still] >= stays[r][still]) still++;
            place(r, order[i], still, room);
        }
        for (int i = 0; i < people; i++) if (spins[r][order[i]] > 1 || spin[r] == 1) {
            int x = order[i];
            while (t < g && room[t] >= size[r][t]) t += t < moving[r] ? spin[r] : 1;
            for (int j = 0; j < spin[r]; j++, x = turned[r][x]) place(r, x, t < moving[r] ? t + j : t, room);
        }
        for (int u = 0; u < g; u++)
            for (int i = 0; i < size[r][u]; i++)
                for (int z = 0; z < i; z++) cost += join(r, orbit[at[r][u][i]][at[r][u][z]]);
    }
    return cost;
}

static long swap(int r, int x, int y)
{
    int tx = table[r][x], ty = table[r][y], sx = seat[r][x], sy = seat[r][y];
    int *with_x = at[r][tx], *with_y = at[r][ty];
    long change = 0;
    for (int i = 0; i < size[r][tx]; i++) if (i != sx) change += part(r, orbit[x][with_x[i]]);
    for (int i = 0; i < size[r][ty]; i++) if (i != sy) change += part(r, orbit[y][with_y[i]]);
    with_x[sx] = y, with_y[sy] = x;
    table[r][x] = ty, table[r][y] = tx, seat[r][x] = sy, seat[r][y] = sx;
    for (int i = 0; i < size[r][tx]; i++) if (i != sx) change += join(r, orbit[y][with_x[i]]);
    for (int i = 0; i < size[r][ty]; i++) if (i != sy) change += join(r, orbit[x][with_y[i]]);
    return change;
}

/* The swap, and the same for whoever the two turn into. */
static long swap_all(int r, int x, int y)
{
    long change = 0;
    for (int j = 0; j < spin[r]; j++, x = turned[r][x], y = turned[r][y]) change += swap(r, x, y);
    return change;
}

/* Undo: the swaps commute only in the order in which they were made, so go back through them. */
static void unswap(int r, int x, int y)
{
    int xs[PEOPLE], ys[PEOPLE];
    for (int j = 0; j < spin[r]; j++, x = turned[r][x], y = turned[r][y]) xs[j] = x, ys[j] = y;
    for (int j = spin[r] - 1; j >= 0; j--) swap(r, xs[j], ys[j]);
}

static int same_turn(int r, int x, int y)
{
    for (int j = 0; j < spin[r]; j++, x = turned[r][x]) if (x == y) return 1;
    return 0;
}

static long anneal(long iterations, long target, double t0, double t1, long lowest)
{
    long cost = deal();
    double heat = t0 * m * COST, cooling = pow(t1 / t0, 1.0 / (iterations / 1000 + 1));
    for (long step = 0; step < iterations && lowest > target; step++) {
        if (step % 1000 == 0) heat *= cooling;
        int r = b == 1 ? 0 : below(b), x = below(n), y = below(n);
        if (table[r][x] == table[r][y] || spins[r][x] != spin[r] || spins[r][y] != spin[r] || same_turn(r, x, y)) continue;
        long change = swap_all(r, x, y);
        if (change > 0 && (next_random() >> 8) * (1.0 / 16777216.0) >= exp(-change / (heat * spin[r] / share[r]))) {
            unswap(r, x, y);
            continue;
        }
        cost += change;
        if (cost < lowest) {
            lowest = cost;
            memcpy(best, table, sizeof best);
        }
    }
    return lowest;
}

int main(void)
{
    long seed, iterations, target;
    int restarts;
    double t0, t1;
    while (scanf("%d %d %d %d %ld %ld %d %ld %ld %lf %lf %65s", &n, &g, &m, &b, &seed, &iterations, &restarts, &target, &lack,
                 &t0, &t1, holes) == 12) {
        for (int r = 0; r < b; r++) {
            if (scanf("%d %d %d", &spin[r], &share[r], &moving[r]) != 3) return 1;
            read_word(size[r], g);
            read_word(stays[r], g);
            read_word(turned[r], n);
            for (int x = 0; x < n; x++) spins[r][x] = turned[r][x] == x ? 1 : spin[r];
        }
        for (int i = 0; i < m; i++) read_word(image[i], n);
        state = (uint64_t)seed * 0x9E3779B97F4A7C15ull + 88172645463325252ull;
        for (int i = 0; i < 10; i++) next_random();
        find_orbits();
        long lowest = 1L << 60;
        for (int run = 0; run < restarts && lowest > target * COST; run++)
            lowest = anneal(iterations, target * COST, t0, t1, lowest);
        printf("%ld", lowest / COST);
        for (int r = 0; r < b; r++) {
            putchar(' ');
            for (int i = 0; i < n; i++) putchar(LETTERS[best[r][i]]);
        }
        putchar('\n');
        fflush(stdout);
    }
    return 0;
}
