#ifndef CSQLITE_H
#define CSQLITE_H

/// Tells SQLite not to count the memory it takes, for which it would lock a mutex at every allocation.
///
/// Must run before the first connection of the process is opened; a later call changes nothing. `sqlite3_config` takes
/// variadic arguments, which Swift cannot pass.
void csqlite_count_no_memory(void);

#endif
