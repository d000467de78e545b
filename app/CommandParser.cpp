// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandParser.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringBuilder>

#include <algorithm>

namespace tickmark::app {

namespace {

constexpr qsizetype kWidth = 79;
constexpr qsizetype kWidestNames = 25; //!< longer ones have a line of their own

//! Capital words in the names of values and arguments; what is the same in German is not among them.
constexpr const char *kValueWords[] = {
    //: name of an option's value in the help of the command line, here and below
    QT_TRANSLATE_NOOP("ValueNames", "DATE"),    QT_TRANSLATE_NOOP("ValueNames", "FIELD"),
    QT_TRANSLATE_NOOP("ValueNames", "FILE"),    QT_TRANSLATE_NOOP("ValueNames", "HEIGHT"),
    QT_TRANSLATE_NOOP("ValueNames", "HOW"),     QT_TRANSLATE_NOOP("ValueNames", "ID"),
    QT_TRANSLATE_NOOP("ValueNames", "KIND"),    QT_TRANSLATE_NOOP("ValueNames", "LANG"),
    QT_TRANSLATE_NOOP("ValueNames", "MINUTES"), QT_TRANSLATE_NOOP("ValueNames", "MODE"),
    QT_TRANSLATE_NOOP("ValueNames", "PARTS"),   QT_TRANSLATE_NOOP("ValueNames", "SCALE"),
    QT_TRANSLATE_NOOP("ValueNames", "SOURCE"),  QT_TRANSLATE_NOOP("ValueNames", "THEME"),
    QT_TRANSLATE_NOOP("ValueNames", "TIME"),    QT_TRANSLATE_NOOP("ValueNames", "TYPE"),
    QT_TRANSLATE_NOOP("ValueNames", "WHEN"),    QT_TRANSLATE_NOOP("ValueNames", "WIDTH"),
};

QString translatedWord(const QString &word)
{
    for (const char *known : kValueWords) {
        if (word == QLatin1String(known))
            return QCoreApplication::translate("ValueNames", known);
    }
    return word;
}

QString translatedName(const QString &name)
{
    static const QRegularExpression capitals(QStringLiteral("[A-Z]+"));
    QString translated;
    qsizetype end = 0;
    for (auto words = capitals.globalMatch(name); words.hasNext();) {
        const QRegularExpressionMatch word = words.next();
        translated += QStringView(name).mid(end, word.capturedStart() - end) % translatedWord(word.captured());
        end = word.capturedEnd();
    }
    return translated + name.mid(end);
}

//! "-o, --output <FILE>"
QString nameOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    const QString joined = names.join(QStringLiteral(", "));
    return option.valueName().isEmpty() ? joined : joined % u" <" % translatedName(option.valueName()) % u'>';
}

//! Breaks lines between words. The first stands behind `indent` characters, all others begin with as many spaces; what
//! a line of the text itself begins with stays.
QString wrapped(const QString &text, qsizetype indent)
{
    const QString newLine = u'\n' + QString(indent, u' ');
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QString line;
        for (const QString &word : paragraph.split(u' ')) {
            if (!line.trimmed().isEmpty() && indent + line.size() + word.size() > kWidth) {
                line.chop(1);
                lines.append(line);
                line.clear();
            }
            line += word + u' ';
        }
        line.chop(1);
        lines.append(line);
    }
    return lines.join(newLine);
}

} // namespace

void CommandParser::addOption(QCommandLineOption option)
{
    m_options.append({nameOf(option), option.description()});
    QCommandLineParser::addOption(option);
}

void CommandParser::addPositionalArgument(const QString &name, const QString &description)
{
    m_arguments.append({translatedName(name), description});
}

QString CommandParser::helpText(const QString &call) const
{
    qsizetype widest = 0;
    for (const Entry &entry : m_options + m_arguments) {
        if (entry.name.size() <= kWidestNames)
            widest = std::max(widest, entry.name.size());
    }
    const qsizetype column = widest + 4;
    const auto listed = [column](const QString &title, const QList<Entry> &entries) {
        QString text = entries.isEmpty() ? QString() : u"\n\n" % title;
        for (const Entry &entry : entries) {
            const QString name = u"  " + entry.name;
            text += u'\n' + (name.size() < column ? name.leftJustified(column) : name % u'\n' % QString(column, u' '))
                    + wrapped(entry.description, column);
        }
        return text;
    };
    QStringList names;
    for (const Entry &argument : m_arguments)
        names.append(argument.name);
    return QCoreApplication::translate("CommandParser", "Usage: %1 [options] %2").arg(call, names.join(u' ')).trimmed()
           % u"\n\n" % wrapped(applicationDescription(), 0)
           % listed(QCoreApplication::translate("CommandParser", "Options:"), m_options)
           % listed(QCoreApplication::translate("CommandParser", "Arguments:"), m_arguments) % u'\n';
}

} // namespace tickmark::app
