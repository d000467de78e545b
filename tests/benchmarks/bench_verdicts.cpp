// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimStoreMaker.h"
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <pipeline/StoreSession.h>
#include <store/StoreReader.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <desk/ChartDesk.h>
#include <style/Appearance.h>
#include <style/TickmarkStyle.h>
#include <window/LanguageTexts.h>
#include <window/MainWindow.h>
#include <window/WindowSettings.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int kHeadlines = 200; // that are chosen one after the other
constexpr int kPatienceMs = 60'000;

//! Notes when a widget, or one inside of it, was painted.
class PaintWatch : public QObject
{
public:
    void watch(QWidget *widget)
    {
        widget->installEventFilter(this);
        for (QWidget *each : widget->findChildren<QWidget *>())
            each->installEventFilter(this);
    }
    [[nodiscard]] bool wasPainted() const { return m_wasPainted; }
    void forget() { m_wasPainted = false; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_wasPainted |= event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_wasPainted = false;
};

bool waitFor(const std::function<bool()> &isTrue)
{
    QElapsedTimer clock;
    clock.start();
    while (!isTrue() && clock.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    return isTrue();
}

void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void print(const char *phase, qint64 items, std::vector<double> times)
{
    std::ranges::sort(times);
    std::printf("%s,%lld,%.1f,%.1f,%.1f\n", phase, static_cast<long long>(items), times[times.size() / 2],
                times[times.size() * 95 / 100], times.back());
}

QAbstractItemView *headlineList(window::MainWindow &window)
{
    for (auto *view : window.headlines().findChildren<QAbstractItemView *>()) {
        if (view->accessibleName() == u"Headlines"_s)
            return view;
    }
    return nullptr;
}

//! From the key to the painted excerpt with its verdicts, of headlines that were not on the screen before.
void measureSelection(window::MainWindow &window, QAbstractItemView &list)
{
    PaintWatch watch;
    watch.watch(&window.excerpt());
    std::vector<double> wall;
    std::vector<double> processor;
    const int rows = list.model()->rowCount();
    for (int i = 0; i < kHeadlines; ++i) {
        list.setCurrentIndex(list.model()->index(i * 61 % (rows - 1), 0));
        spin(30); // the one before, its charts included
        watch.forget();
        QElapsedTimer clock;
        clock.start();
        const std::clock_t start = std::clock();
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QCoreApplication::sendEvent(&list, &press);
        while (!watch.wasPainted() && clock.elapsed() < kPatienceMs)
            QCoreApplication::processEvents();
        wall.push_back(double(clock.nsecsElapsed()) / 1e6);
        processor.push_back(double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
    }
    print("headline_to_painted_verdicts", rows, processor);
    print("headline_to_painted_verdicts_on_the_wall", rows, wall);
}

//! The longest that the window's thread works without going back to its event loop: of its own processor time.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double now = spent();
            m_longest = std::max(m_longest, now - m_last);
            m_last = now;
        });
        m_timer.start();
    }
    [[nodiscard]] double longest() const { return m_longest; }

private:
    [[nodiscard]] static double spent()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QTimer m_timer;
    double m_last = spent();
    double m_longest = 0;
};

//! How long the window does not answer when all views get the claims anew.
void measureNewBook(window::MainWindow &window)
{
    std::vector<double> turns;
    for (int i = 0; i < 5; ++i) {
        bool isNew = false;
        const QObject context;
        QObject::connect(&window.claims(), &window::ClaimControl::bookChanged, &context, [&isNew] { isNew = true; });
        const Heartbeat heartbeat;
        window.session()->tellChanged(pipeline::StoreChange::Claims);
        waitFor([&isNew] { return isNew; });
        spin(1500);
        turns.push_back(heartbeat.longest());
    }
    print("longest_turn_when_claims_change", qint64(window.claims().book()->claims().size()), turns);
}

//! A megabyte of markup, emoji and changing directions, as a browser puts it on the clipboard.
void measurePaste(window::MainWindow &window)
{
    const QString once = u"<p>Nvidia fiel am Montag um <b>17 Prozent</b> 😱 \u202eabc\u202c.</p>\n"
                         "<p>Ein Satz ohne Zahl, damit der Text nicht nur aus Zahlen besteht. \u2067\u05d0\u2069</p>"_s;
    const QString text = once.repeated(int(1'000'000 / once.size()) + 1);
    window.actions()[window::Command::CheckText]->trigger();
    QPlainTextEdit *editor = nullptr;
    for (auto *each : window.findChildren<QPlainTextEdit *>()) {
        if (each->accessibleName() == u"Text to check"_s)
            editor = each;
    }
    if (!editor)
        return;
    std::vector<double> pasted;
    std::vector<double> shown;
    for (int i = 0; i < 5; ++i) {
        editor->clear();
        spin(600);
        QGuiApplication::clipboard()->setText(text);
        {
            const Heartbeat heartbeat;
            editor->paste();
            spin(5);
            pasted.push_back(heartbeat.longest());
        }
        const Heartbeat heartbeat;
        spin(4000);
        shown.push_back(heartbeat.longest());
    }
    print("longest_turn_when_a_megabyte_is_pasted", text.size(), pasted);
    print("longest_turn_when_its_verdicts_come", text.size(), shown);
}

int run(const bench::ClaimStore &shape, const QString &path)
{
    const auto calendars = std::make_shared<core::CalendarSet>(u":/calendars"_s);
    if (const auto made = shape.make(path, *calendars); !made) {
        std::fprintf(stderr, "bench_verdicts: %s\n", qPrintable(made.error().message));
        return 1;
    }
    window::LanguageTexts texts;
    window::WindowSettings settings;
    style::Appearance appearance(u"en"_s);
    style::dress(*qApp, appearance);
    window::MainWindow window(appearance, settings, texts, calendars);
    window.resize(1600, 1000);
    window.setWish(std::nullopt, {bench::ClaimStore::symbol(0)});
    window.openStore(path);
    window.show();
    const bool isComplete = waitFor([&] {
        return window.session() && window.desk().exportRequest() && window.claims().book()
               && !window.claims().book()->claims().empty() && !window.headlines().headlines().empty();
    });
    QAbstractItemView *list = headlineList(window);
    if (!isComplete || !list) {
        std::fputs("bench_verdicts: the window did not come up\n", stderr);
        return 1;
    }
    spin(2000);
    std::puts("phase,items,median_ms,p95_ms,longest_ms");
    measureSelection(window, *list);
    measureNewBook(window);
    measurePaste(window);
    return 0;
}

} // namespace

//! What a user waits for in a window on a store full of claims: a headline's verdicts from the key that chooses it until they
//! are painted (processor time and time on the wall), and the longest the window stands still when claims are read anew and
//! when a megabyte is pasted to be checked.
//! CSV. Runs without a display.
int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"claims"_s, u"How many."_s, u"N"_s, u"50000"_s});
    parser.process(app);
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.filePath(u"config"_s).toLocal8Bit());
    return run({std::max(1000, parser.value(u"claims"_s).toInt())}, folder.filePath(u"claims.tickmark"_s));
}
