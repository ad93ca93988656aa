/* Simulated annealing for rounds of tables that a group carries into each other; see make_rounds.py.

   One job a line:

       n g m b seed iterations restarts target lack t0 t1 apart spin turn image...

   n people at g tables; each of the m images says, a letter a person, where an element of the group carries people (the
   first is the identity); b base rounds, each of which stands for m rounds. apart names the people who are not to meet
   by a common letter ("-": nobody), and must be carried into itself by the group. With a spin of more than 1 the base
   rounds are also carried into themselves by the turn, a permutation whose cycles have that length or 1; "-": none.
   What is lowered is the sum over pairs of C(meetings, 2), and lack for each pair who never meet, until the target is
   reached. Answer: that sum, and the base rounds: the table of each person as a letter. Same line, same answer. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { PEOPLE = 64, ROUNDS = 64, SEATS = 64, IMAGES = 64 };
static const char LETTERS[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

static uint64_t state;
static int n, g, m, b, image[IMAGES][PEOPLE];
static int orbit[PEOPLE][PEOPLE], length[PEOPLE * PEOPLE], each[PEOPLE * PEOPLE], orbits;
static long lack, met[PEOPLE * PEOPLE];
static int size[PEOPLE], table[ROUNDS][PEOPLE], seat[ROUNDS][PEOPLE], at[ROUNDS][PEOPLE][SEATS], best[ROUNDS][PEOPLE];
static char holes[PEOPLE + 2];
static int spin, turned[PEOPLE], spins[PEOPLE];

static uint32_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32);
}

static uint32_t below(uint32_t limit) { return (uint32_t)(((uint64_t)next_random() * limit) >> 32); }

/* Where each person goes, from a word of letters. */
static void read_word(int *to)
{
    char word[PEOPLE + 2];
    if (scanf("%65s", word) != 1) return;
    for (int x = 0; x < n; x++) to[x] = word[0] == '-' ? x : (int)(strchr(LETTERS, word[x]) - LETTERS);
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

/* One more (or one less) base pair in an orbit of pairs: what it adds to the cost. */
static inline long join(int o)
{
    long before = met[o], k = each[o];
    met[o] = before + k;
    return length[o] * (before * k + k * (k - 1) / 2 - (before ? 0 : lack));
}

static inline long part(int o)
{
    long k = each[o], after = met[o] -= k;
    return -length[o] * (after * k + k * (k - 1) / 2 - (after ? 0 : lack));
}

static long deal(void)
{
    long cost = lack * n * (n - 1) / 2;
    memset(met, 0, sizeof met);
    if (holes[0] != '-')
        for (int x = 0; x < n; x++)
            for (int y = x + 1; y < n; y++)
                if (holes[x] == holes[y] && holes[x] != '.') met[orbit[x][y]] = 1;
    for (int r = 0; r < b; r++) {
        int order[PEOPLE], room[PEOPLE], people = 0;
        for (int i = 0; i < n; i++) {
            int first = 1, y = turned[i];
            while (y != i) first &= i < y, y = turned[y];
            if (first) order[people++] = i;
        }
        for (int i = people - 1; i > 0; i--) {
            int j = below(i + 1), keep = order[i];
            order[i] = order[j];
            order[j] = keep;
        }
        for (int t = 0; t < g; t++) room[t] = 0;
        /* Tables that turn into themselves come last: first who stays, then whole turns. */
        int moving = g - g % spin, still = moving, t = 0;
        for (int i = 0; i < people; i++) if (spins[order[i]] == 1 && spin > 1) {
            int x = order[i], at_table = still++ % g;
            table[r][x] = at_table, seat[r][x] = room[at_table], at[r][at_table][room[at_table]++] = x;
        }
        for (int i = 0; i < people; i++) if (spins[order[i]] > 1 || spin == 1) {
            int x = order[i];
            while (t < g && room[t] >= size[t]) t += t < moving ? spin : 1;
            for (int j = 0; j < spin; j++, x = turned[x]) {
                int there = t < moving ? t + j : t;
                table[r][x] = there, seat[r][x] = room[there], at[r][there][room[there]++] = x;
            }
        }
        for (int u = 0; u < g; u++)
            for (int i = 0; i < size[u]; i++)
                for (int z = 0; z < i; z++) cost += join(orbit[at[r][u][i]][at[r][u][z]]);
    }
    return cost;
}

static long swap(int r, int x, int y)
{
    int tx = table[r][x], ty = table[r][y], sx = seat[r][x], sy = seat[r][y];
    int *with_x = at[r][tx], *with_y = at[r][ty];
    long change = 0;
    for (int i = 0; i < size[tx]; i++) if (i != sx) change += part(orbit[x][with_x[i]]);
    for (int i = 0; i < size[ty]; i++) if (i != sy) change += part(orbit[y][with_y[i]]);
    with_x[sx] = y, with_y[sy] = x;
    table[r][x] = ty, table[r][y] = tx, seat[r][x] = sy, seat[r][y] = sx;
    for (int i = 0; i < size[tx]; i++) if (i != sx) change += join(orbit[y][with_x[i]]);
    for (int i = 0; i < size[ty]; i++) if (i != sy) change += join(orbit[x][with_y[i]]);
    return change;
}

/* The swap, and the same for whoever the two turn into. */
static long swap_all(int r, int x, int y)
{
    long change = 0;
    for (int j = 0; j < spin; j++, x = turned[x], y = turned[y]) change += swap(r, x, y);
    return change;
}

/* Undo: the swaps commute only in the order in which they were made, so go back through them. */
static void unswap(int r, int x, int y)
{
    int xs[PEOPLE], ys[PEOPLE];
    for (int j = 0; j < spin; j++, x = turned[x], y = turned[y]) xs[j] = x, ys[j] = y;
    for (int j = spin - 1; j >= 0; j--) swap(r, xs[j], ys[j]);
}

static int same_turn(int x, int y)
{
    for (int j = 0; j < spin; j++, x = turned[x]) if (x == y) return 1;
    return 0;
}

static long anneal(long iterations, long target, double t0, double t1, long lowest)
{
    long cost = deal();
    double heat = t0 * m * spin, cooling = pow(t1 / t0, 1.0 / (iterations / 1000 + 1));
    for (long step = 0; step < iterations && lowest > target; step++) {
        if (step % 1000 == 0) heat *= cooling;
        int r = b == 1 ? 0 : below(b), x = below(n), y = below(n);
        if (table[r][x] == table[r][y] || spins[x] != spin || spins[y] != spin || same_turn(x, y)) continue;
        long change = swap_all(r, x, y);
        if (change > 0 && (next_random() >> 8) * (1.0 / 16777216.0) >= exp(-change / heat)) {
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
    while (scanf("%d %d %d %d %ld %ld %d %ld %ld %lf %lf %65s %d", &n, &g, &m, &b, &seed, &iterations, &restarts, &target,
                 &lack, &t0, &t1, holes, &spin) == 13) {
        read_word(turned);
        for (int i = 0; i < m; i++) read_word(image[i]);
        for (int x = 0; x < n; x++) spins[x] = turned[x] == x ? 1 : spin;
        state = (uint64_t)seed * 0x9E3779B97F4A7C15ull + 88172645463325252ull;
        for (int i = 0; i < 10; i++) next_random();
        for (int t = 0; t < g; t++) size[t] = n / g + (t < n % g);
        find_orbits();
        long lowest = 1L << 60;
        for (int run = 0; run < restarts && lowest > target; run++)
            lowest = anneal(iterations, target, t0, t1, lowest);
        printf("%ld", lowest);
        for (int r = 0; r < b; r++) {
            putchar(' ');
            for (int i = 0; i < n; i++) putchar(LETTERS[best[r][i]]);
        }
        putchar('\n');
        fflush(stdout);
    }
    return 0;
}
