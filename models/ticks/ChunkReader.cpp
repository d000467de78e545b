// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChunkReader.h"

namespace tickmark::ticks {

ChunkReader::~ChunkReader() = default;

} // namespace tickmark::ticks
