#ifndef VK_DISPATCH_H
#define VK_DISPATCH_H

/// A function so marked is compiled for several processors; which one runs is chosen when the program starts. Elsewhere it is compiled once.
#if defined(__x86_64__) && defined(__linux__)
#define DISPATCHED __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define DISPATCHED
#endif

#endif
