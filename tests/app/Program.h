// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

//! The built program, run as a user runs it: a process of its own, real files, real exit codes.
struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

//! Runs `tickmark` with these arguments in English (unless they say otherwise), with a home folder of its own.
Outcome tickmark(const QStringList &arguments, const QByteArray &input = {}, const QString &home = {});

//! Writes `content` to `name` in `folder` and returns the path.
QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &content);

//! The whole file.
QByteArray readFile(const QString &path);

//! Fails the test function unless the program ended with `code`. `outcome` is evaluated once: it may be the call itself.
#define VERIFY_EXIT(outcome, expected)                                                                                 \
 do {                                                                                                                  \
  const Outcome &ended = (outcome);                                                                                    \
  QVERIFY2(ended.code == (expected),                                                                                   \
           QByteArray("exit " + QByteArray::number(ended.code) + ": " + ended.err + ended.out.left(500)).constData()); \
 } while (false)
