/* Simulated annealing for rounds of tables that a group of shifts carries into each other; see make_rounds.py.

   One job a line: n g m1 m2 a b seed iterations restarts target t0 t1 holes
   n people at g tables; Z_m1 x Z_m2 shifts the first a*m1*m2 of them, the others stay; b base rounds, each of which
   stands for m1*m2 rounds. holes names the people who are not to meet by a common letter ("-": nobody), and must be
   carried into itself by the shifts. Answer: the sum over pairs of C(meetings, 2) in all rounds, and the base
   rounds: the table of each person as a letter. Same line, same answer. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { PEOPLE = 64, ROUNDS = 64, SEATS = 64 };
static const char LETTERS[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

static uint64_t state;
static int n, g, m1, m2, m, a, b;
static int orbit[PEOPLE][PEOPLE], length[PEOPLE * PEOPLE], each[PEOPLE * PEOPLE], orbits;
static long met[PEOPLE * PEOPLE];
static int size[PEOPLE], table[ROUNDS][PEOPLE], seat[ROUNDS][PEOPLE], at[ROUNDS][PEOPLE][SEATS], best[ROUNDS][PEOPLE];
static char holes[PEOPLE + 2];

static uint32_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32);
}

static uint32_t below(uint32_t limit) { return (uint32_t)(((uint64_t)next_random() * limit) >> 32); }

static int shifted(int person, int i, int j)
{
    if (person >= a * m) return person;
    int place = person % m;
    return person - place + (place / m2 + i) % m1 * m2 + (place % m2 + j) % m2;
}

static void find_orbits(void)
{
    memset(orbit, -1, sizeof orbit);
    orbits = 0;
    for (int x = 0; x < n; x++)
        for (int y = x + 1; y < n; y++) {
            if (orbit[x][y] >= 0) continue;
            int found = 0;
            for (int i = 0; i < m1; i++)
                for (int j = 0; j < m2; j++) {
                    int u = shifted(x, i, j), v = shifted(y, i, j);
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
    return length[o] * (before * k + k * (k - 1) / 2);
}

static inline long part(int o)
{
    long k = each[o], after = met[o] -= k;
    return -length[o] * (after * k + k * (k - 1) / 2);
}

static long deal(void)
{
    long cost = 0;
    memset(met, 0, sizeof met);
    if (holes[0] != '-')
        for (int x = 0; x < n; x++)
            for (int y = x + 1; y < n; y++)
                if (holes[x] == holes[y] && holes[x] != '.') met[orbit[x][y]] = 1;
    for (int r = 0; r < b; r++) {
        int order[PEOPLE], next = 0;
        for (int i = 0; i < n; i++) order[i] = i;
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1), keep = order[i];
            order[i] = order[j];
            order[j] = keep;
        }
        for (int t = 0; t < g; t++)
            for (int s = 0; s < size[t]; s++) {
                int x = order[next++];
                table[r][x] = t, seat[r][x] = s, at[r][t][s] = x;
                for (int z = 0; z < s; z++) cost += join(orbit[x][at[r][t][z]]);
            }
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

static long anneal(long iterations, long target, double t0, double t1, long lowest)
{
    long cost = deal();
    double heat = t0 * m, cooling = pow(t1 / t0, 1.0 / (iterations / 1000 + 1));
    for (long step = 0; step < iterations && lowest > target; step++) {
        if (step % 1000 == 0) heat *= cooling;
        int r = b == 1 ? 0 : below(b), x = below(n), y = below(n);
        if (table[r][x] == table[r][y]) continue;
        long change = swap(r, x, y);
        if (change > 0 && (next_random() >> 8) * (1.0 / 16777216.0) >= exp(-change / heat)) {
            swap(r, x, y);
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
    while (scanf("%d %d %d %d %d %d %ld %ld %d %ld %lf %lf %65s", &n, &g, &m1, &m2, &a, &b, &seed, &iterations,
                 &restarts, &target, &t0, &t1, holes) == 13) {
        state = (uint64_t)seed * 0x9E3779B97F4A7C15ull + 88172645463325252ull;
        for (int i = 0; i < 10; i++) next_random();
        for (int t = 0; t < g; t++) size[t] = n / g + (t < n % g);
        m = m1 * m2;
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
