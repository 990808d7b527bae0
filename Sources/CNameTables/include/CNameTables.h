#ifndef CNAMETABLES_H
#define CNAMETABLES_H
#include <stddef.h>

/// Names of places, bodies, things and people: `names.txt` beside the source, written by Scripts/name-tables; NOTICE says whose it is.
const unsigned char *name_table_address(void);
size_t name_table_size(void);

#endif
