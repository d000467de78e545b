// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include "CommandContext.h"
#include "Interrupt.h"
#include "RunWindow.h"
#include "commands/Commands.h"
#include <export/PdfDate.h>

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHashFunctions>

#include <window/LanguageTexts.h>

#include <clocale>

namespace tickmark::app {

namespace {

constexpr Command kCommands[] = {
    {"sample", QT_TRANSLATE_NOOP("CommandLine", "writes the sample case as a new store"), false, runSample},
    {"import", QT_TRANSLATE_NOOP("CommandLine", "imports bars, ticks, share counts or news, or takes an import back"),
     false, runImport},
    {"fetch", QT_TRANSLATE_NOOP("CommandLine", "fetches quotes and headlines from the network, once"), false, runFetch},
    {"source", QT_TRANSLATE_NOOP("CommandLine", "lists, adds, edits, removes and tests sources on the network"), false,
     runSource},
    {"list", QT_TRANSLATE_NOOP("CommandLine", "prints what the store holds"), false, runList},
    {"instrument", QT_TRANSLATE_NOOP("CommandLine", "lists, adds, edits and removes instruments"), false,
     runInstrument},
    {"check", QT_TRANSLATE_NOOP("CommandLine", "says what the quotes say of the numbers in the store's news"), false,
     runCheck},
    {"claims", QT_TRANSLATE_NOOP("CommandLine", "finds and checks the numbers in one text"), false, runClaims},
    {"chart", QT_TRANSLATE_NOOP("CommandLine", "draws or tabulates linked charts"), true, runChart},
    {"report", QT_TRANSLATE_NOOP("CommandLine", "writes a report: charts, headlines, verdicts, sources"), true,
     runReport},
    {"simulate", QT_TRANSLATE_NOOP("CommandLine", "writes simulated ticks, marked as such"), false, runSimulate},
    {"store", QT_TRANSLATE_NOOP("CommandLine", "creates, describes, verifies, backs up and restores a store"), false,
     runStore},
};

constexpr const char *kLanguageComplaint = QT_TRANSLATE_NOOP("CommandLine", "--lang is de or en.");

const Command *findCommand(const QString &name)
{
    for (const Command &command : kCommands) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString overview()
{
    QString text = translated(QT_TRANSLATE_NOOP(
                       "CommandLine",
                       "Usage: tickmark [FILE.tickmark] [--at DATE] [--symbols A,B]   opens the window\n"
                       "       tickmark replay SYMBOL [--speed 60]   plays stored ticks there as if live\n"
                       "       tickmark COMMAND [options]"))
                   + u'\n';
    for (const Command &command : kCommands)
        text += QStringLiteral("\n  ") + QString::fromLatin1(command.name).leftJustified(12)
                + translated(command.summary);
    text += QStringLiteral("\n\n")
            + translated(QT_TRANSLATE_NOOP("CommandLine", "Each command has its own help: tickmark COMMAND --help"));
    return text + u'\n';
}

//! Takes `--lang` out of the arguments wherever it stands before "--"; empty when it is not there, nothing when it asks
//! for neither language.
std::optional<QString> takeLanguage(QStringList &arguments)
{
    QString language;
    for (qsizetype i = 0; i < arguments.size() && arguments.at(i) != QLatin1String("--");) {
        if (arguments.at(i) == QLatin1String("--lang")) {
            language = arguments.value(i + 1);
            arguments.remove(i, std::min<qsizetype>(2, arguments.size() - i));
        } else if (arguments.at(i).startsWith(QLatin1String("--lang="))) {
            language = arguments.takeAt(i).mid(7);
        } else {
            ++i;
        }
    }
    const bool asked = !language.isNull();
    if (asked && language != QLatin1String("de") && language != QLatin1String("en"))
        return std::nullopt;
    return language;
}

int print(std::FILE *out, const QString &text, int code)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), out);
    return std::fflush(out) == 0 ? code : int(kFailed);
}

//! Everything but a command and the window: help, the version, or a word that is neither command nor file.
int runWithoutCommand(const QString &word)
{
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help"))
        return print(stdout, overview(), kDone);
    if (word == QLatin1String("--version"))
        return print(stdout, QStringLiteral("tickmark " TICKMARK_VERSION "\n"), kDone);
    const QString complaint =
        translated(QT_TRANSLATE_NOOP("CommandLine", "There is no command “%1”, and no file of that name.")).arg(word);
    return print(stderr, complaint + QStringLiteral("\n\n") + overview(), kUsage);
}

QtMessageHandler qtMessagePrinter = nullptr; //!< Qt's own, set once before anything is printed

//! Qt's warning about a missing runtime folder is of no use to somebody who draws a chart without a display.
void filterQtMessages(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR not set")))
        return;
    qtMessagePrinter(type, context, message);
}

//! Whether these arguments, without --lang, ask for the window: none, a file, or an option of the window.
bool asksForWindow(const QStringList &words)
{
    const QString first = words.value(0);
    const bool asksForHelp = words.contains(QLatin1String("--help")) || words.contains(QLatin1String("-h"));
    if (first == QLatin1String("replay"))
        return !asksForHelp;
    return first.isEmpty() || first.endsWith(QLatin1String(".tickmark")) || QFileInfo::exists(first)
           || first.startsWith(QLatin1String("--at")) || first.startsWith(QLatin1String("--symbols"));
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
           || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

//! What the window is to show; or the exit code, when a message was all there was to say. Needs an application.
tl::expected<WindowWish, int> wishOf(const std::optional<QString> &language, const QStringList &arguments)
{
    window::LanguageTexts texts; // for these messages; the window has its own
    texts.install(language.value_or(QString()).isEmpty() ? window::systemLanguage() : *language);
    if (!language)
        return tl::unexpected(print(stderr, translated(kLanguageComplaint) + u'\n', kUsage));
    const auto wish = windowWish(arguments);
    if (!wish)
        return tl::unexpected(int(kUsage));
    if (!hasDisplay())
        return tl::unexpected(
            print(stderr,
                  translated(QT_TRANSLATE_NOOP("CommandLine", "There is no display to open a window on. Commands "
                                                              "work without one: tickmark --help"))
                      + u'\n',
                  kFailed));
    return *wish;
}

//! The window, or why there is none.
int openWindow(int argc, char *argv[], QStringList arguments, const Interrupt &interrupt)
{
    const auto language = takeLanguage(arguments);
    if (!hasDisplay()) {
        const QCoreApplication application(argc, argv);
        return wishOf(language, arguments).error(); // there is always one
    }
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const auto wish = wishOf(language, arguments);
    if (!wish)
        return wish.error();
    return runWindow(*wish, language->isEmpty() ? std::nullopt : language, interrupt);
}

int runIn(const Command *command, QStringList arguments, const Interrupt &interrupt)
{
    auto language = takeLanguage(arguments);
    if (language && language->isEmpty())
        language = window::systemLanguage();
    window::LanguageTexts texts;
    texts.install(language.value_or(window::systemLanguage()));
    if (!language)
        return print(stderr, translated(kLanguageComplaint) + u'\n', kUsage);
    if (!command && arguments.value(0) == QLatin1String("replay"))
        return print(stdout, replayHelp(), kDone);
    if (!command)
        return runWithoutCommand(arguments.value(0));
    CommandContext context(QString::fromLatin1(command->name), arguments.mid(1), *language, interrupt);
    const int code = command->run(context);
    return interrupt.requested() && code == kFailed ? int(kInterrupted) : code;
}

} // namespace

int runCommandLine(int argc, char *argv[])
{
    const Interrupt interrupt;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    QStringList words = arguments;
    takeLanguage(words);
    const Command *command = findCommand(words.value(0));
    QCoreApplication::setApplicationName(QStringLiteral("tickmark"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TICKMARK_VERSION));
    qtMessagePrinter = qInstallMessageHandler(filterQtMessages);
    // Both applications apply the user's locale to the C library, where strtod and printf would then read and write
    // decimal commas. Qt gets no arguments: none of ours is for it.
    int one = 1;
    if (!command && asksForWindow(words))
        return openWindow(one, argv, arguments, interrupt);
    if (command && command->needsGui) {
        // Fonts stand in a PDF in the order of a hash, which is another one in every process.
        if (exporting::sourceDate())
            QHashSeed::setDeterministicGlobalSeed();
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QApplication application(one, argv);
        std::setlocale(LC_NUMERIC, "C");
        return runIn(command, arguments, interrupt);
    }
    QCoreApplication application(one, argv);
    std::setlocale(LC_NUMERIC, "C");
    return runIn(command, arguments, interrupt);
}

} // namespace tickmark::app
