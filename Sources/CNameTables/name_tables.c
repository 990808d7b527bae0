#include "CNameTables.h"

// C23; searched where it lies, and read from disk only where it is touched.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char name_table[] = {
#embed "names.txt"
};

const unsigned char *name_table_address(void) { return name_table; }
size_t name_table_size(void) { return sizeof name_table; }
