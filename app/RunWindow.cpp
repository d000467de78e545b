// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunWindow.h"

#include "CommandContext.h"
#include "CommandParser.h"
#include "TimeText.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QTimeZone>

#include <style/TickmarkStyle.h>
#include <window/LanguageTexts.h>
#include <window/MainWindow.h>
#include <window/StoreInstance.h>
#include <window/WindowSettings.h>

#include <cstdio>
#include <stop_token>

namespace tickmark::app {

namespace {

constexpr double kFastestReplay = 1e6;

QString translated(const char *text)
{
    return QCoreApplication::translate("RunWindow", text);
}

void complain(const QString &sentence)
{
    const QByteArray line = sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

//! The store to open: the one asked for, else that of last time when it is still there; empty: the user's own.
QString storeOf(const WindowWish &wish, const window::WindowSettings &settings)
{
    if (!wish.store.isEmpty())
        return wish.store;
    const QString last = settings.recentStores().value(0);
    return QFileInfo::exists(last) ? last : QString();
}

void setUp(style::Appearance &appearance, const window::WindowSettings &settings, QApplication &application)
{
    const bool systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    appearance.setDark(settings.dark().value_or(systemIsDark));
    appearance.setUpDown(settings.upDown());
    if (settings.zone().isEmpty() || !appearance.setZone(settings.zone()))
        appearance.setZone(QTimeZone::systemTimeZoneId());
    style::dress(application, appearance);
}

} // namespace

namespace {

void addReplayOptions(CommandParser &parser)
{
    const auto option = [&parser](const char *name, const char *what, const char *value) {
        parser.addOption({QLatin1String(name), translated(what), QLatin1String(value)});
    };
    parser.addPositionalArgument(
        QStringLiteral("SYMBOL"),
        translated(QT_TRANSLATE_NOOP("RunWindow", "The instrument whose ticks are played; it has to have some.")));
    option("speed",
           QT_TRANSLATE_NOOP("RunWindow", "How many seconds of the market pass in one; 60 without it, up to 1000000."),
           "N");
    option("from",
           QT_TRANSLATE_NOOP("RunWindow", "Time to begin at, with its offset: 2025-01-27T14:30:00Z; without it, the "
                                          "first tick."),
           "TIME");
    option("store", QT_TRANSLATE_NOOP("RunWindow", "The store; without it, the one of last time or your own."), "FILE");
    option("lang", QT_TRANSLATE_NOOP("RunWindow", "Language of the window: de or en."), "de|en");
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")},
                      translated(QT_TRANSLATE_NOOP("RunWindow", "Shows this help."))});
}

//! `tickmark replay SYMBOL [--speed N] [--from T] [--store FILE]`; nothing after a message.
std::optional<WindowWish> replayWish(const QStringList &arguments)
{
    CommandParser parser;
    addReplayOptions(parser);
    const QString speed = QStringLiteral("speed");
    const QString from = QStringLiteral("from");
    if (!parser.parse(arguments)) {
        complain(parser.errorText());
        return std::nullopt;
    }
    if (parser.positionalArguments().size() != 1) {
        complain(translated(QT_TRANSLATE_NOOP("RunWindow", "Name the one instrument whose ticks are to be played: "
                                                           "tickmark replay SYMBOL [--speed 60] [--from TIME]")));
        return std::nullopt;
    }
    WindowWish wish;
    wish.store = parser.value(QStringLiteral("store"));
    wish.replay.emplace().symbol = parser.positionalArguments().constFirst();
    if (parser.isSet(speed)) {
        bool isNumber = false;
        wish.replay->speed = QLocale::c().toDouble(parser.value(speed), &isNumber);
        if (!isNumber || !(wish.replay->speed > 0 && wish.replay->speed <= kFastestReplay)) {
            complain(
                translated(QT_TRANSLATE_NOOP("RunWindow", "--speed is a number above 0 and up to 1000000, not “%1”."))
                    .arg(parser.value(speed)));
            return std::nullopt;
        }
    }
    if (parser.isSet(from)) {
        wish.replay->from = core::parseIsoTime(parser.value(from).toStdString());
        if (!wish.replay->from) {
            const QString complaint = missingOffset(QStringLiteral("--from"), parser.value(from));
            complain(!complaint.isEmpty()
                         ? complaint
                         : translated(QT_TRANSLATE_NOOP("RunWindow",
                                                        "--from is a time such as 2025-01-27T14:30:00Z, not “%1”."))
                               .arg(parser.value(from)));
            return std::nullopt;
        }
    }
    return wish;
}

} // namespace

QString replayHelp()
{
    CommandParser parser;
    parser.setApplicationDescription(translated(QT_TRANSLATE_NOOP(
        "RunWindow", "Opens the window and plays the stored ticks of an instrument as if they came in "
                     "live; there the replay can be paused, moved and made faster.")));
    addReplayOptions(parser);
    return parser.helpText(QStringLiteral("tickmark replay"));
}

std::optional<WindowWish> windowWish(const QStringList &arguments)
{
    if (arguments.value(0) == QLatin1String("replay"))
        return replayWish(arguments);
    QCommandLineParser parser;
    const QCommandLineOption at(QStringLiteral("at"), QString(), QStringLiteral("DATE"));
    const QCommandLineOption symbols(QStringLiteral("symbols"), QString(), QStringLiteral("A,B"));
    parser.addOptions({at, symbols});
    if (!parser.parse(QStringList{QStringLiteral("tickmark")} + arguments)) {
        complain(parser.errorText());
        return std::nullopt;
    }
    WindowWish wish;
    for (const QString &file : parser.positionalArguments()) {
        if (file.endsWith(QLatin1String(".tickmark")) && wish.store.isEmpty())
            wish.store = file;
        else
            wish.files.append(file);
    }
    wish.symbols = parser.value(symbols).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(at)) {
        wish.at = core::SessionDate::fromIso(parser.value(at).toStdString());
        if (!wish.at) {
            complain(translated(QT_TRANSLATE_NOOP("RunWindow", "--at is a date such as 2025-01-27, not “%1”."))
                         .arg(parser.value(at)));
            return std::nullopt;
        }
    }
    return wish;
}

int runWindow(const WindowWish &wish, const std::optional<QString> &language, const Interrupt &interrupt)
{
    window::WindowSettings settings;
    window::LanguageTexts texts;
    const QString shown = language.value_or(settings.language().value_or(window::systemLanguage()));
    texts.install(shown);
    const QString store = storeOf(wish, settings);
    if (!store.isEmpty() && window::StoreInstance::raiseOther(store))
        return kDone;

    auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
    QApplication::setDesktopFileName(QStringLiteral("org.tickmark.Tickmark"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/tickmark.svg")));
    style::Appearance appearance(shown);
    setUp(appearance, settings, application);
    window::MainWindow mainWindow(appearance, settings, texts,
                                  std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars")));
    mainWindow.setWish(wish.at, wish.symbols);
    if (wish.replay)
        QObject::connect(
            &mainWindow, &window::MainWindow::storeOpened, &mainWindow,
            [&mainWindow, replay = *wish.replay] { mainWindow.replay(replay.symbol, replay.from, replay.speed); },
            Qt::SingleShotConnection);
    if (!wish.files.isEmpty())
        QObject::connect(
            &mainWindow, &window::MainWindow::storeOpened, &mainWindow,
            [&mainWindow, files = wish.files] { mainWindow.importFiles(files); }, Qt::SingleShotConnection);
    if (store.isEmpty())
        mainWindow.openOwnStore();
    else
        mainWindow.openStore(store);
    mainWindow.show();
    // Ctrl+C in the terminal closes the window as its user would.
    const std::stop_callback closeOnSignal(interrupt.token(), [&mainWindow] {
        QMetaObject::invokeMethod(&mainWindow, &QWidget::close, Qt::QueuedConnection);
    });
    const int code = QApplication::exec();
    return interrupt.requested() ? int(kInterrupted) : code;
}

} // namespace tickmark::app
