// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandParser.h"
#include "Interrupt.h"
#include "TableWriter.h"
#include <core/CalendarSet.h>
#include <core/Formats.h>
#include <core/Result.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QCoreApplication>

#include <memory>

namespace tickmark::app {

//! Exit codes of the command line.
enum ExitCode { kDone = 0, kFailed = 1, kUsage = 2, kPartly = 3, kInterrupted = 130 };

//! What every command gets: its arguments, the options that all share, output, errors, the store. One per process.
class CommandContext
{
    Q_DECLARE_TR_FUNCTIONS(CommandContext)

public:
    CommandContext(QString command, QStringList arguments, QString language, const Interrupt &interrupt);

    [[nodiscard]] const QString &language() const { return m_language; }
    [[nodiscard]] const core::Formats &formats() const { return m_formats; }
    [[nodiscard]] const core::CalendarSet &calendars() const { return m_calendars; }
    [[nodiscard]] const Interrupt &interrupt() const { return m_interrupt; }
    [[nodiscard]] CommandParser &parser() { return m_parser; }
    //! Now, on the machine's clock.
    [[nodiscard]] static core::Time now();

    //! Adds --lang, --help and, where asked for, --store, --json, --csv, --force.
    enum SharedOption { kStoreOption = 1, kJsonOption = 2, kCsvOption = 4, kForceOption = 8 };
    void addSharedOptions(int options);
    //! Reads the arguments. False when the command is to end with exitCode(): help was printed, or the usage was wrong.
    [[nodiscard]] bool parse();
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool isSet(const char *option) const { return m_parser.isSet(QLatin1String(option)); }
    [[nodiscard]] QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    [[nodiscard]] QStringList values(const char *option) const { return m_parser.values(QLatin1String(option)); }
    [[nodiscard]] bool force() const;

    //! The store that --store names, else the user's own, which is made with the sample case when there is none yet.
    [[nodiscard]] core::Result<std::unique_ptr<store::StoreReader>> openReader();
    [[nodiscard]] core::Result<std::unique_ptr<store::StoreWriter>> openWriter();
    [[nodiscard]] core::Result<QString> storePath();
    //! Brings claims and verdicts up to date after a change of the store; says so when that fails. What is left is done the
    //! next time, here or in the window.
    void keepClaims(store::StoreWriter &writer) const;

    //! A table on standard output in the format that --json or --csv asks for.
    [[nodiscard]] TableWriter table(const QString &plural, std::vector<TableColumn> columns) const;
    [[nodiscard]] OutputFormat outputFormat() const;
    //! Ends a table; kFailed with a message when it could not be written.
    [[nodiscard]] int finish(TableWriter &table, int code = kDone) const;
    //! The same for output of another kind: whether all of it was written.
    [[nodiscard]] int finish(bool written, int code) const;

    //! One line on standard error.
    void say(const QString &line) const;
    //! Prints the error and gives the exit code that it means.
    int fail(const core::Error &error) const;
    //! Prints what is wrong with the call and where help is.
    int usage(const QString &what) const;

private:
    QString m_command;
    QStringList m_arguments;
    QString m_language;
    core::Formats m_formats;
    core::CalendarSet m_calendars;
    const Interrupt &m_interrupt;
    CommandParser m_parser;
    int m_exitCode = kDone;
};

} // namespace tickmark::app
