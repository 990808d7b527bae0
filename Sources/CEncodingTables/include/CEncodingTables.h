// The indexes of the Encoding Standard (encoding.spec.whatwg.org, section 5): from pointer to code point, 0 where there is none.
// tables.c is written by Scripts/encoding-tables.
//
// Copyright (c) WHATWG (Apple, Google, Mozilla, Microsoft).
// Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are
// met:
// 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
// 2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the
//    documentation and/or other materials provided with the distribution.
// 3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived from this
//    software without specific prior written permission.
// THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED
// TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
// CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
// PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF
// LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
// SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
#ifndef CENCODINGTABLES_H
#define CENCODINGTABLES_H

#include <stdint.h>

/// Of bytes 0x80 to 0xFF, 128 entries. Rows: 0 IBM866; 1–5 ISO-8859-2 to -6; 6 -7; 7 -8; 8 -10; 9 -13; 10 -14; 11 -15; 12 -16; 13 KOI8-R;
/// 14 KOI8-U; 15 macintosh; 16 windows-874; 17–25 windows-1250 to -1258; 26 x-mac-cyrillic.
const uint16_t *ce_single_byte(int row);
/// 11,280 entries.
const uint16_t *ce_jis0208(void);
/// 8,836 entries.
const uint16_t *ce_jis0212(void);
/// 23,940 entries.
const uint16_t *ce_euc_kr(void);
/// 23,940 entries: the two-byte part of GB 18030-2022.
const uint16_t *ce_gb18030(void);
/// 19,782 entries; many lie beyond the first plane.
const uint32_t *ce_big5(void);
/// Pairs of the first pointer and the first code point of each range of the four-byte part, ascending.
const uint32_t *ce_gb18030_ranges(int *count);

#endif
