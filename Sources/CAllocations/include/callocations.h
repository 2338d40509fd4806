#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

#include <stdbool.h>

/// Begins or ends counting what the whole process allocates, the libraries it has loaded included.
void callocations_count(bool counts);

/// How many blocks were allocated while they were counted; -1 where the C library leaves no way to count them.
long callocations_sum(void);

#endif
