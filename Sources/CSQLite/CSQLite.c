#include "csqlite.h"
#include <sqlite3.h>

void csqlite_count_no_memory(void) {
    // SQLITE_MISUSE, when the library is in use already, leaves it as it was.
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
