#ifndef CENTAILMENT_H
#define CENTAILMENT_H
#include <stddef.h>

/// The reader of claims beside sentences that is part of the program: the bytes of `entailment.safetensors`.
const unsigned char *entailment_address(void);
size_t entailment_size(void);

#endif
