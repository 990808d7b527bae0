#include "CStudent.h"

// C23; as part of the program it is there when the program is, and read from disk only where it is touched.
#pragma clang diagnostic ignored "-Wc23-extensions"
__attribute__((aligned(64))) static const unsigned char student_bytes[] = {
#embed "student.bin"
};

const unsigned char *student_address(void) { return student_bytes; }
size_t student_size(void) { return sizeof student_bytes; }
