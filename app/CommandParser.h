// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

namespace tickmark::app {

//! Options and arguments of one command: read as QCommandLineParser does, explained in the user's language down to the
//! names of the values (--store <DATEI>), and wrapped between words. Owned by the context of its command.
class CommandParser : private QCommandLineParser
{
public:
    using QCommandLineParser::errorText;
    using QCommandLineParser::isSet;
    using QCommandLineParser::optionNames;
    using QCommandLineParser::parse;
    using QCommandLineParser::positionalArguments;
    using QCommandLineParser::setApplicationDescription;
    using QCommandLineParser::setOptionsAfterPositionalArgumentsMode;
    using QCommandLineParser::value;
    using QCommandLineParser::values;

    //! The value's name is English and is translated here; likewise the names of the arguments.
    void addOption(QCommandLineOption option);
    void addPositionalArgument(const QString &name, const QString &description);

    //! What --help prints for what is called like `call`, such as "tickmark list"; lines of at most 79 characters.
    [[nodiscard]] QString helpText(const QString &call) const;

private:
    struct Entry
    {
        QString name;
        QString description;
    };

    QList<Entry> m_options;
    QList<Entry> m_arguments;
};

} // namespace tickmark::app
