#include "CEntailment.h"

// C23; as part of the program it is there when the program is, and read from disk only where it is touched.
#pragma clang diagnostic ignored "-Wc23-extensions"
__attribute__((aligned(64))) static const unsigned char entailment_bytes[] = {
#embed "entailment.safetensors"
};

const unsigned char *entailment_address(void) { return entailment_bytes; }
size_t entailment_size(void) { return sizeof entailment_bytes; }
