// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::core {

//! What a badge says of a live stream, each with a shape and a word of its own.
enum class LiveState {
    Connecting,
    Live,
    Behind,  //!< live, but the disk does not take the trades: they are drawn and not stored
    Waiting, //!< lost; comes again by itself
    Stopped, //!< the user has to mend something
    Ending,  //!< what has come is being stored
};

} // namespace tickmark::core
