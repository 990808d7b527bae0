#ifndef CSTUDENT_H
#define CSTUDENT_H
#include <stddef.h>

/// The student inside: `student.bin` beside the source, made by `bigpicture distill`; its card lies beside it.
const unsigned char *student_address(void);
size_t student_size(void);

#endif
