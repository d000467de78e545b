// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! 24 hours of ordinary trade traffic in `wallSeconds`: an exchange on loopback, whose clock runs as much faster, streams
//! `rate` trades a second of its time through real sockets into a new store at `path`. Once an hour some ids are left to the
//! backfill, every six hours the connection breaks. Prints phase,value,unit: memory, descriptors and log at the end of the
//! first hour, of the twelfth and of the last, and what became of the trades. False: some are missing, or came twice.
[[nodiscard]] bool streamDay(int rate, int wallSeconds, const QString &path);
