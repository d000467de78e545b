// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does is chosen here; how he does it stands in the files beside.
#include "SoakUser.h"

#include "SoakFiles.h"
#include <pipeline/SampleCase.h>
#include <store/StoreWriter.h>

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QPixmapCache>

#include <desk/ChartDesk.h>
#include <window/SourceControl.h>

using namespace tickmark;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr core::Time kWritten{1'740'000'000LL * core::kNsPerSecond}; // of the sample store
constexpr int kAnswerBeatMs = 200;
constexpr int kLongestRest = 300;

sources::StreamPatience quick()
{
    sources::StreamPatience patience;
    patience.firstPause = 300ms;
    patience.longestPause = 3000ms;
    return patience;
}

QString writeStore(const QString &path)
{
    const core::CalendarSet calendars(u":/calendars"_s);
    if (const auto written = pipeline::writeSampleStore(path, false, calendars, kWritten); !written)
        qFatal("%s", qPrintable(written.error().message));
    return path;
}

} // namespace

const std::vector<SoakUser::Act> &SoakUser::acts()
{
    static const std::vector<Act> all{
        {"pan", 10, &SoakUser::pan},
        {"wheel", 10, &SoakUser::wheel},
        {"measure", 5, &SoakUser::measure},
        {"hover", 8, &SoakUser::hover},
        {"chart keys", 6, &SoakUser::chartKeys},
        {"click marker", 4, &SoakUser::clickMarker},
        {"range, curve, scale", 8, &SoakUser::choose},
        {"theme, language, zone", 4, &SoakUser::look},
        {"base date", 2, &SoakUser::moveBase},
        {"add chart", 3, &SoakUser::addChart},
        {"chart buttons", 3, &SoakUser::chartButtons},
        {"chart menu", 3, &SoakUser::chartMenu},
        {"chart table", 2, &SoakUser::chartTable},
        {"replay", 2, &SoakUser::replay},
        {"panels", 3, &SoakUser::arrangePanels},
        {"resize", 2, &SoakUser::resize},
        {"headline", 8, &SoakUser::clickHeadline},
        {"filter headlines", 3, &SoakUser::filterHeadlines},
        {"search", 3, &SoakUser::search},
        {"explain a number", 8, &SoakUser::explain},
        {"watchlist", 4, &SoakUser::watchlist},
        {"all claims", 4, &SoakUser::claimsTable},
        {"compare", 3, &SoakUser::compare},
        {"data quality", 3, &SoakUser::quality},
        {"check a text", 4, &SoakUser::checkText},
        {"undo, redo", 3, &SoakUser::undoRedo},
        {"import", 5, &SoakUser::importFile},
        {"undo an import", 4, &SoakUser::undoImport},
        {"live stream", 5, &SoakUser::stream},
        {"live details", 2, &SoakUser::streamDetails},
        {"sources", 2, &SoakUser::feedSource},
        {"export", 3, &SoakUser::exportCharts},
        {"copy chart", 2, &SoakUser::copyChart},
        {"report", 1, &SoakUser::report},
        {"instruments", 2, &SoakUser::instruments},
        {"help", 1, &SoakUser::help},
        {"another store", 1, &SoakUser::otherStore},
    };
    return all;
}

SoakUser::SoakUser(std::uint32_t seed, const SoakExchange &exchange, const QString &feed, Vitals &vitals,
                   std::FILE *log)
    : m_chance(seed),
      m_exchange(exchange),
      m_feed(feed),
      m_vitals(vitals),
      m_log(log),
      m_store(writeStore(m_folder.filePath(u"soak.tickmark"_s))),
      m_other(writeStore(m_folder.filePath(u"other.tickmark"_s))),
      m_files(writeSoakFiles(m_folder.path()))
{
    m_answers.setInterval(kAnswerBeatMs);
    QObject::connect(&m_answers, &QTimer::timeout, &m_answers, [this] { answerQuestion(); });
    m_answers.start();
    open();
    setUpStream();
}

SoakUser::~SoakUser() = default;

void SoakUser::open()
{
    m_vitals.pause();
    m_bench = std::make_unique<WindowBench>(u"en"_s, m_store, window::liveStreams(quick()));
    m_vitals.resume();
    if (!m_bench->isComplete())
        trouble(u"the window does not show the store"_s);
    window().resize(1600, 1000);
}

void SoakUser::leave()
{
    closePopups();
    closeDialogs();
    m_vitals.pause();
    window().close();
    m_bench.reset();
    rest(500);                             // what is on its way to a window that is gone arrives
    QGuiApplication::clipboard()->clear(); // what was copied stays there as long as the program runs
    QPixmapCache::clear();
    // Qt keeps the glyphs of every size that a page was drawn in, up to a limit of its own: another font drops them.
    QFontDatabase::removeApplicationFont(QFontDatabase::addApplicationFont(u":/fonts/OpenSans-Regular.ttf"_s));
    m_betweenWindows.push_back(Vitals::now(m_vitals.seconds()));
}

void SoakUser::restart()
{
    note(u"restart"_s);
    trigger(window::Command::ShowCharts); // the window counts as complete when its charts are drawn
    leave();
    open();
    ++m_counts[u"close and open again"_s].done;
}

//! An exchange that the store knows: starting it is the user's.
void SoakUser::setUpStream()
{
    store::SourceSetup setup;
    setup.name = u"Binance"_s;
    setup.provider = u"binance"_s;
    setup.address = m_exchange.base().toString();
    setup.symbols = {u"BTC-USD"_s};
    setup.schedule = {store::FetchSchedule::When::Manually, 60};
    if (!window().session()->writer()->saveSource(setup).result())
        trouble(u"the source of the stream cannot be saved"_s);
    window().sources().scheduler()->reload();
}

void SoakUser::act()
{
    int total = 0;
    for (const Act &act : acts())
        total += act.weight;
    int drawn = below(total);
    const Act *chosen = acts().data();
    while (drawn >= chosen->weight)
        drawn -= (chosen++)->weight;
    const QString name = QString::fromLatin1(chosen->name);
    note(name);
    m_vitals.setDoing(name);
    Count &count = m_counts[name];
    const bool isDone = (this->*chosen->act)();
    ++(isDone ? count.done : count.notPossible);
    if (!isDone)
        note(u"  was not possible"_s);
    closePopups();
    if (QApplication::topLevelWidgets().size() > 12 || oneIn(4))
        closeDialogs();
    ensureCharts();
    rest(20 + below(kLongestRest));
}

void SoakUser::trouble(const QString &sentence)
{
    note(u"TROUBLE: "_s + sentence);
    m_troubles.append(sentence);
}

void SoakUser::note(const QString &sentence)
{
    std::fprintf(m_log, "%.1f %s\n", m_vitals.seconds(), qPrintable(sentence));
    std::fflush(m_log);
}

//! Whoever has closed his last chart opens another one, and comes back from the comparison.
void SoakUser::ensureCharts()
{
    if (window().desk().state().panes.empty()) {
        note(u"no chart is left: one is opened"_s);
        window().desk().addPane({u"NVDA"_s});
        rest(200);
    }
    if (!window().desk().isVisible() && oneIn(2))
        trigger(window::Command::ShowCharts);
    else if (window().desk().isVisible() && !anyStack())
        note(u"  no chart is drawn: "_s + QString::fromUtf8(window().desk().state().toJson()).simplified());
}
