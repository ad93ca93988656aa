/* Exhaustive search for plans that share few pairs: where there is none, a lower bound is proven; see prove_rounds.py.

       prove_rounds R T size... [/ past...]

   Without a past: is there a plan of R rounds at tables of these sizes (largest first) in which the sum over pairs of
   C(meetings, 2) is at most T? That sum counts, for every two rounds, the pairs who sit together in both. So among
   three rounds picked at random it is 6T / R(R-1) on average, and some three share at most that, rounded down: they
   are placed first. The first round is any, as people have no names; the second is taken once for each table of
   intersections with the first, as rounds with the same one (rows and columns permuted) turn into each other; of three
   rounds that are written alike in some order of their tables only one is kept. What is written alike is the same plan
   with other names, so nothing is lost; that some equal plans are written differently only costs time.

   With a past (the table of each person as a letter, a word for each round held): are there R rounds in which at most T
   meetings are of people who met before, in the past or in one of these rounds?

   All other rounds are then taken from the list of those that share little enough. Prints "none", or "found" and the
   rounds. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE = 20, TABLES = 8, WORDS = 3, MOST = 12, PERMUTATIONS = 40320 };

typedef struct { uint64_t w[WORDS]; } Pairs;
typedef struct { Pairs pairs; signed char table[PEOPLE]; int shared; } Round;
typedef struct { Round *of; long count, room; } List;

static int n, g, rounds, most, size[TABLES], number[PEOPLE][PEOPLE];
static int cost[PEOPLE][PEOPLE], left[PEOPLE + 1], repeats_only;
static int permutation[PERMUTATIONS][TABLES], permutations;
static long chosen[MOST], nodes;

static int common(const Pairs *x, const Pairs *y)
{
    int sum = 0;
    for (int i = 0; i < WORDS; i++) sum += __builtin_popcountll(x->w[i] & y->w[i]);
    return sum;
}

static void seat_together(Pairs *pairs, int x, int y)
{
    pairs->w[number[x][y] >> 6] |= 1ull << (number[x][y] & 63);
}

static void keep(List *list, const Round *round)
{
    if (list->count == list->room) list->of = realloc(list->of, sizeof(Round) * (size_t)(list->room = list->room * 2 + 4096));
    list->of[list->count++] = *round;
}

static void fill(List *list, Round *round, int t, int seated, int budget);

/* Let more people with numbers from x on sit at table t, which still has room for so many; then fill the next one. */
static void seat(List *list, Round *round, int t, int seated, int budget, int x, int room)
{
    if (!room) { fill(list, round, t + 1, seated, budget); return; }
    for (int y = x; y < n; y++) {
        if (seated >> y & 1) continue;
        int price = 0;
        for (int z = 0; z < n; z++) if (round->table[z] == t) price += cost[z][y];
        if (price > budget) continue;
        Pairs before = round->pairs;
        for (int z = 0; z < n; z++) if (round->table[z] == t) seat_together(&round->pairs, z, y);
        round->table[y] = (signed char)t, round->shared += price;
        seat(list, round, t, seated | 1 << y, budget - price, y + 1, room - 1);
        round->table[y] = -1, round->shared -= price, round->pairs = before;
    }
}

/* Every round once: the first person without a seat opens the next table, of each size that is left. */
static void fill(List *list, Round *round, int t, int seated, int budget)
{
    if (t == g) { keep(list, round); return; }
    int x = 0;
    while (seated >> x & 1) x++;
    for (int s = 1; s <= n; s++) {
        if (!left[s]) continue;
        left[s]--;
        round->table[x] = (signed char)t;
        seat(list, round, t, seated | 1 << x, budget, x + 1, s - 1);
        round->table[x] = -1;
        left[s]++;
    }
}

/* All rounds that share at most so much with these. */
static List all_rounds(int budget, const Pairs *with, int count)
{
    List list = {0};
    Round round = {.shared = 0};
    memset(round.table, -1, sizeof round.table);
    for (int x = 0; x < n; x++)
        for (int y = 0; y < n; y++) {
            cost[x][y] = 0;
            for (int i = 0; i < count && x != y; i++) cost[x][y] += with[i].w[number[x][y] >> 6] >> (number[x][y] & 63) & 1;
        }
    memset(left, 0, sizeof left);
    for (int t = 0; t < g; t++) left[size[t]]++;
    fill(&list, &round, 0, 0, budget);
    return list;
}

/* Whether so many more rounds of the list, from here on, go together within the budget. */
static int extend(const List *list, const long *from, const int *share, long count, int more, int budget, Pairs held)
{
    if (!more) return 1;
    nodes++;
    long *next = malloc(sizeof(long) * (size_t)(count + 1));
    int *shares = malloc(sizeof(int) * (size_t)(count + 1)), done = 0;
    for (long i = 0; i < count && !done; i++) {
        if (share[i] > budget) continue;
        const Round *round = &list->of[from[i]];
        Pairs now = held;
        for (int w = 0; w < WORDS; w++) now.w[w] |= round->pairs.w[w];
        long kept = 0;
        for (long j = i + 1; j < count; j++) {
            if (share[j] > budget - share[i]) continue;
            const Pairs *other = &list->of[from[j]].pairs;
            int sum = repeats_only ? common(other, &now) : share[j] + common(other, &round->pairs);
            if (sum <= budget - share[i]) next[kept] = from[j], shares[kept++] = sum;
        }
        chosen[more] = from[i];
        done = kept >= more - 1 && extend(list, next, shares, kept, more - 1, budget - share[i], now);
    }
    free(next), free(shares);
    return done;
}

static int by_shared(const void *x, const void *y) { return ((const Round *)x)->shared - ((const Round *)y)->shared; }

static void print_round(const Round *round)
{
    putchar(' ');
    for (int x = 0; x < n; x++) putchar('0' + round->table[x]);
}

/* Whether so many more rounds go with these within the budget. */
static int completes(const Pairs *with, int count, int more, int budget)
{
    List list = all_rounds(budget, with, count);
    qsort(list.of, (size_t)list.count, sizeof(Round), by_shared);
    long *from = malloc(sizeof(long) * (size_t)(list.count + 1));
    int *share = malloc(sizeof(int) * (size_t)(list.count + 1));
    Pairs held = {{0}};
    for (int i = 0; i < count; i++) for (int w = 0; w < WORDS; w++) held.w[w] |= with[i].w[w];
    for (long i = 0; i < list.count; i++) from[i] = i, share[i] = list.of[i].shared;
    int done = extend(&list, from, share, list.count, more, budget, held);
    if (done) {
        printf("found");
        for (int i = 1; i <= more; i++) print_round(&list.of[chosen[i]]);
    }
    free(from), free(share), free(list.of);
    return done;
}

static void permute(int *order, int t)
{
    if (t == g) { memcpy(permutation[permutations++], order, sizeof(int) * TABLES); return; }
    for (int i = t; i < g; i++) {
        if (size[order[i]] != size[t]) continue;
        int keep_it = order[t];
        order[t] = order[i], order[i] = keep_it;
        permute(order, t + 1);
        order[i] = order[t], order[t] = keep_it;
    }
}

/* The tables of a round in order of size, largest first. */
static void in_order(const Round *round, int *order)
{
    int seats[TABLES] = {0}, used[TABLES] = {0};
    for (int x = 0; x < n; x++) seats[(int)round->table[x]]++;
    for (int t = 0; t < g; t++)
        for (int u = 0; u < g; u++)
            if (!used[u] && seats[u] == size[t]) { used[u] = 1, order[t] = u; break; }
}

static signed char cell[TABLES][TABLES][TABLES * 2];
static int filled[TABLES][TABLES];

/* Where people sit in the third round, for each two tables of the first and the second. */
static void find_cells(const Round **three)
{
    memset(filled, 0, sizeof filled);
    for (int x = 0; x < n; x++) {
        int row = three[0]->table[x], column = three[1]->table[x];
        cell[row][column][filled[row][column]++] = three[2]->table[x];
    }
}

/* Write three rounds down: cell by cell in this order of the first two, the third's tables named as they come. What
   was written before stays if it is the first in alphabet. */
static void write_down(const int *rows, const int *columns, char *best)
{
    int name[TABLES], next = 0, better = 0;
    for (int t = 0; t < g; t++) name[t] = -1;
    for (int r = 0; r < g; r++)
        for (int c = 0; c < g; c++) {
            int row = rows[r], column = columns[c];
            for (int i = 0; i <= filled[row][column]; i++, best++) {
                int t = i ? cell[row][column][i - 1] : 0;
                if (i && name[t] < 0) name[t] = next++;
                char letter = i ? (char)('a' + name[t]) : '.';
                if (!better && letter > *best) return;
                better |= letter < *best;
                *best = letter;
            }
        }
    *best = 0;
}

/* The first, in alphabet, of all ways to write two or three rounds. */
static void canonical(const Round **rounds_of, int count, char *best)
{
    static const int roles[6][3] = {{0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}};
    memset(best, '~', TABLES * TABLES + PEOPLE);
    for (int r = 0; r < (count == 3 ? 6 : 1); r++) {
        const Round *three[3] = {rounds_of[roles[r][0]], rounds_of[roles[r][1]], rounds_of[count == 3 ? roles[r][2] : 0]};
        int order[2][TABLES], rows[TABLES], columns[TABLES];
        find_cells(three);
        for (int i = 0; i < 2; i++) in_order(three[i], order[i]);
        for (int p = 0; p < permutations; p++) {
            for (int t = 0; t < g; t++) rows[t] = order[0][permutation[p][t]];
            for (int q = 0; q < permutations; q++) {
                for (int t = 0; t < g; t++) columns[t] = order[1][permutation[q][t]];
                write_down(rows, columns, best);
            }
        }
    }
}

typedef struct { char text[TABLES * TABLES + PEOPLE + 1]; Round second, third; } Start;

static int by_text(const void *x, const void *y) { return strcmp(((const Start *)x)->text, ((const Start *)y)->text); }

static int whole_plan(void)
{
    int order[TABLES] = {0}, three = 6 * most / (rounds * (rounds - 1)), x = 0;
    for (int t = 0; t < g; t++) order[t] = t;
    permute(order, 0);
    Round first = {.shared = 0};
    for (int t = 0; t < g; t++) for (int i = 0; i < size[t]; i++) first.table[x++] = (signed char)t;
    for (int y = 0; y < n; y++) for (int z = 0; z < y; z++) if (first.table[y] == first.table[z]) seat_together(&first.pairs, z, y);
    List seconds = all_rounds(three, &first.pairs, 1);
    Start *starts = NULL;
    long kept = 0, room = 0;
    static char seen[256][TABLES * TABLES + PEOPLE + 1];
    int matrices = 0;
    for (long i = 0; i < seconds.count; i++) {
        const Round *pair[3] = {&first, &seconds.of[i]};
        char text[TABLES * TABLES + PEOPLE + 1];
        canonical(pair, 2, text);
        int known = 0;
        for (int m = 0; m < matrices && !known; m++) known = !strcmp(seen[m], text);
        if (known) continue;
        if (matrices == 256) { printf("too many\n"); exit(1); }
        strcpy(seen[matrices++], text);
        Pairs two[2] = {first.pairs, seconds.of[i].pairs};
        List thirds = all_rounds(three - seconds.of[i].shared, two, 2);
        for (long j = 0; j < thirds.count; j++) {
            if (kept == room) starts = realloc(starts, sizeof(Start) * (size_t)(room = room * 2 + 1024));
            Start *start = &starts[kept++];
            start->second = seconds.of[i], start->third = thirds.of[j];
            const Round *all[3] = {&first, &start->second, &start->third};
            canonical(all, 3, start->text);
        }
        free(thirds.of);
    }
    free(seconds.of);
    qsort(starts, (size_t)kept, sizeof(Start), by_text);
    long different = 0;
    for (long i = 0; i < kept; i++) {
        if (i && !strcmp(starts[i].text, starts[i - 1].text)) continue;
        different++;
        Pairs with[3] = {first.pairs, starts[i].second.pairs, starts[i].third.pairs};
        int shared = starts[i].second.shared + starts[i].third.shared;
        if (completes(with, 3, rounds - 3, most - shared)) {
            print_round(&first), print_round(&starts[i].second), print_round(&starts[i].third);
            return 1;
        }
    }
    fprintf(stderr, "%ld beginnings, %ld different, %ld nodes\n", kept, different, nodes);
    free(starts);
    return 0;
}

int main(int argc, char **argv)
{
    rounds = atoi(argv[1]), most = atoi(argv[2]);
    int i = 3;
    for (; i < argc && argv[i][0] != '/'; i++) n += size[g++] = atoi(argv[i]);
    for (int x = 0, k = 0; x < n; x++) for (int y = x + 1; y < n; y++) number[x][y] = number[y][x] = k++;
    int done;
    if (i == argc) {
        done = whole_plan();
    } else {
        Pairs past = {{0}};
        for (i++; i < argc; i++)
            for (int x = 0; x < n; x++)
                for (int y = 0; y < x; y++) if (argv[i][x] == argv[i][y] && argv[i][x] != '-') seat_together(&past, x, y);
        repeats_only = 1;
        done = completes(&past, 1, rounds, most);
    }
    printf(done ? "\n" : "none\n");
    return 0;
}
