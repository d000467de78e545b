// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "FirstPicture.h"
#include "HintLine.h"
#include "LanguageTexts.h"
#include "LiveControl.h"
#include "LivePopup.h"
#include "MessageBar.h"
#include "ReplayControl.h"
#include "SearchField.h"
#include "SourceControl.h"
#include "SourceWatch.h"
#include "StatusLine.h"
#include "ToolRow.h"
#include <dialogs/ImportDialog.h>
#include <dialogs/ImportsDialog.h>
#include <dialogs/InstrumentsDialog.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/ReplayBar.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimeZone>

#include <claimview/ClaimsPanel.h>
#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>

#include <chrono>

namespace tickmark::window {

namespace {

constexpr QSize kFirstSize(1600, 1000);
constexpr QSize kLeastSize(640, 480);
constexpr int kLayoutVersion = 1;
constexpr std::chrono::milliseconds kViewDelay{1000};

} // namespace

MainWindow::MainWindow(style::Appearance &appearance, WindowSettings &settings, LanguageTexts &texts,
                       std::shared_ptr<const core::CalendarSet> calendars, MakeLiveRuns live)
    : m_appearance(appearance),
      m_settings(settings),
      m_texts(texts),
      m_calendars(std::move(calendars)),
      m_instance(this),
      m_actions(new WindowActions(*this)),
      m_tools(new ToolRow(appearance, *m_actions)),
      m_search(new SearchField(appearance)),
      m_status(new StatusLine(appearance)),
      m_messages(new MessageBar(appearance)),
      m_claims(new ClaimControl(appearance, this)),
      m_sources(new SourceControl(this)),
      m_sourceWatch(new SourceWatch(appearance, *m_sources, *this)),
      m_live(new LiveControl(*m_sources, std::move(live), this)),
      m_liveWatch(new LiveWatch(this)),
      m_livePopup(new LivePopup(appearance, this)),
      m_desk(new desk::ChartDesk(appearance)),
      m_comparison(new claimview::CompareView(appearance)),
      m_middle(new QStackedWidget),
      m_replayBar(new panels::ReplayBar(appearance)),
      m_replay(new ReplayControl(*m_desk, *m_replayBar, this))
{
    setAcceptDrops(true);
    setMinimumSize(kLeastSize);
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setContextMenuPolicy(Qt::NoContextMenu);
    addToolBar(m_tools);
    auto *corner = new QWidget;
    auto *line = new QHBoxLayout(corner);
    line->setContentsMargins(0, 3, 8, 3);
    line->addWidget(m_search);
    menuBar()->setCornerWidget(corner);
    setStatusBar(m_status);
    buildCentre();
    buildDocks();
    connectStore();
    connectView();
    connectChart();
    connectNews();
    connectPanels();
    connectTicks();
    connectClaims();
    connectClaimViews();
    connectQuality();
    connectSources();
    connectExports();
    connectLive();
    connectReport();
    retranslate();
    restore();
    updateActions();
    new FirstPicture(*this); // goes by itself
}

MainWindow::~MainWindow()
{
    leaveSession();
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.geometry()))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
    if (!restoreState(m_settings.layout(), kLayoutVersion))
        placeDocks();
}

void MainWindow::connectStore()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    connect(actions[NewStore], &QAction::triggered, this, &MainWindow::newStore);
    connect(actions[OpenStore], &QAction::triggered, this, &MainWindow::chooseStore);
    connect(actions[OpenSample], &QAction::triggered, this, &MainWindow::openSample);
    connect(actions.recentStores(), &QMenu::aboutToShow, this, &MainWindow::fillRecentStores);
    connect(actions[ImportFiles], &QAction::triggered, this, [this] {
        if (dialogs::ImportDialog *dialog = importDialog())
            dialog->chooseFiles();
    });
    connect(actions[ShowImports], &QAction::triggered, this, &MainWindow::showImports);
    connect(actions[ShowInstruments], &QAction::triggered, this, [this] { instrumentsDialog(); });
    connect(actions[Quit], &QAction::triggered, this, &QWidget::close);
    connect(&m_instance, &StoreInstance::raiseAsked, this, &MainWindow::comeToFront);
}

void MainWindow::connectView()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    connect(actions[DarkTheme], &QAction::toggled, this, [this](bool dark) {
        m_appearance.setDark(dark);
        m_settings.setDark(dark);
    });
    const std::pair<Command, charts::UpDownColors> colors[] = {{ColorsBlueOrange, charts::UpDownColors::BlueOrange},
                                                               {ColorsGreenRed, charts::UpDownColors::GreenRed},
                                                               {ColorsRedGreen, charts::UpDownColors::RedGreen}};
    for (const auto &[command, upDown] : colors)
        connect(actions[command], &QAction::triggered, this, [this, upDown] {
            m_appearance.setUpDown(upDown);
            m_settings.setUpDown(upDown);
        });
    connect(actions[German], &QAction::triggered, this, [this] { setLanguage(QStringLiteral("de")); });
    connect(actions[English], &QAction::triggered, this, [this] { setLanguage(QStringLiteral("en")); });
    connect(actions.zones(), &QMenu::aboutToShow, this, &MainWindow::fillZones);
    connect(actions[FullScreen], &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    connect(actions[ResetLayout], &QAction::triggered, this, &MainWindow::placeDocks);
    connect(actions[ShowHints], &QAction::triggered, this, [this] {
        m_settings.restoreHints();
        for (HintLine *hint : m_hints)
            hint->refresh();
    });
    connect(actions[Search], &QAction::triggered, this, &MainWindow::goToSearch);
    connect(actions[Shortcuts], &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(actions[About], &QAction::triggered, this, &MainWindow::about);
    connect(&m_appearance, &style::Appearance::changed, this, &MainWindow::updateActions);
}

void MainWindow::connectChart()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    const std::pair<Command, desk::RangeChoice> ranges[] = {{RangeDay1, desk::RangeChoice::Day1},
                                                            {RangeDay5, desk::RangeChoice::Day5},
                                                            {RangeMonth1, desk::RangeChoice::Month1},
                                                            {RangeMonth3, desk::RangeChoice::Month3},
                                                            {RangeYearToDate, desk::RangeChoice::YearToDate},
                                                            {RangeYear1, desk::RangeChoice::Year1},
                                                            {RangeAll, desk::RangeChoice::All}};
    for (const auto &[command, range] : ranges)
        connect(actions[command], &QAction::triggered, this, [this, range] {
            m_desk->showRange(range);
            updateActions(); // the chosen one stays checked
        });
    const std::pair<Command, charts::CurveType> curves[] = {{CurveLine, charts::CurveType::Line},
                                                            {CurveStep, charts::CurveType::Step},
                                                            {CurveArea, charts::CurveType::Area},
                                                            {CurveCandles, charts::CurveType::Candles}};
    for (const auto &[command, curve] : curves)
        connect(actions[command], &QAction::triggered, this, [this, curve] { m_desk->setCurve(curve); });
    connect(actions[ScaleLinear], &QAction::triggered, m_desk, [this] { m_desk->setLogarithmic(false); });
    connect(actions[ScaleLog], &QAction::triggered, m_desk, [this] { m_desk->setLogarithmic(true); });
    connect(actions[ZoomIn], &QAction::triggered, m_desk, &desk::ChartDesk::zoomIn);
    connect(actions[ZoomOut], &QAction::triggered, m_desk, &desk::ChartDesk::zoomOut);
    connect(actions[Back], &QAction::triggered, m_desk, &desk::ChartDesk::goBack);
    connect(actions[Forward], &QAction::triggered, m_desk, &desk::ChartDesk::goForward);
    connect(actions[TradingTime], &QAction::triggered, this, [this](bool trading) {
        m_desk->setTimeMode(trading ? charts::TimeMode::Trading : charts::TimeMode::Calendar);
    });
    connect(actions[Follow], &QAction::triggered, m_desk, &desk::ChartDesk::setFollow);
    connect(actions[AddChart], &QAction::triggered, this, [this] { pickInstrument(true); });
    connect(actions[AddInstrument], &QAction::triggered, this, [this] { pickInstrument(false); });
    connect(actions[ChartTable], &QAction::triggered, m_desk, &desk::ChartDesk::openTable);
    connect(actions.base(), &QMenu::aboutToShow, this, &MainWindow::fillBaseMenu);

    connect(m_desk, &desk::ChartDesk::stateChanged, this, &MainWindow::updateActions);
    connect(m_desk, &desk::ChartDesk::activePaneChanged, this, &MainWindow::updateActions);
    connect(m_desk, &desk::ChartDesk::historyChanged, this, &MainWindow::updateActions);
    connect(m_desk, &desk::ChartDesk::viewRangeChanged, this, [this] {
        // A view that follows the newest trade moves with every frame, and lists that do are no longer read.
        if (!m_desk->linkedFollow())
            tellViewRange();
        else if (!m_viewDelay.isActive())
            m_viewDelay.start();
        updateActions();
    });
    m_viewDelay.setSingleShot(true);
    m_viewDelay.setInterval(kViewDelay);
    connect(&m_viewDelay, &QTimer::timeout, this, &MainWindow::tellViewRange);
    connect(m_desk, &desk::ChartDesk::crosshairMoved, m_watchlist, &panels::WatchlistPanel::setCrosshair);
    connect(m_desk, &desk::ChartDesk::headlinesActivated, m_headlines, &newsview::HeadlinePanel::selectAnyOf);
    connect(m_desk, &desk::ChartDesk::barCorrectionWanted, this,
            [this](const QString &symbol, core::SessionDate session) { correctBar(symbol, session, 0); });
    connect(m_desk, &desk::ChartDesk::failed, this, &MainWindow::fail);
}

void MainWindow::tellViewRange()
{
    m_viewDelay.stop();
    const core::TimeRange range = m_desk->viewRange();
    m_headlines->setViewRange(range);
    m_watchlist->setViewRange(range);
    m_claimTable->setViewRange(range);
}

void MainWindow::updateActions()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    const auto check = [&](Command command, bool on) { actions[command]->setChecked(on); };
    const bool open = m_session != nullptr;
    constexpr Command ofStore[] = {
        ImportFiles,      ShowImports,     ShowInstruments,     ShowSources, ExportChart,   ExportAgain,
        PrintCharts,      CopyChart,       MakeReport,          RangeDay1,   RangeDay5,     RangeMonth1,
        RangeMonth3,      RangeYearToDate, RangeYear1,          RangeAll,    ZoomIn,        ZoomOut,
        AddChart,         AddInstrument,   CurveLine,           CurveStep,   CurveArea,     CurveCandles,
        ScaleLinear,      ScaleLog,        TradingTime,         Follow,      ChartTable,    NextHeadline,
        PreviousHeadline, FilterList,      ClearHeadlineFilter, ShowCharts,  CompareClaims, ShowClaims,
        ShowQuality};
    for (const Command command : ofStore)
        actions[command]->setEnabled(open);
    actions.base()->setEnabled(open);
    m_tools->setEnabled(open);
    actions[Back]->setEnabled(m_desk->canGoBack());
    actions[Forward]->setEnabled(m_desk->canGoForward());

    const auto range = m_desk->currentRange();
    const Command ranges[] = {RangeDay1, RangeDay5, RangeMonth1, RangeMonth3, RangeYearToDate, RangeYear1, RangeAll};
    for (std::size_t i = 0; i < std::size(ranges); ++i)
        check(ranges[i], range && std::size_t(*range) == i);
    const Command curves[] = {CurveLine, CurveStep, CurveArea, CurveCandles};
    check(curves[std::size_t(m_desk->curve())], true);
    check(m_desk->isLogarithmic() ? ScaleLog : ScaleLinear, true);
    check(TradingTime, m_desk->timeMode() == charts::TimeMode::Trading);
    check(Follow, m_desk->follows());
    check(DarkTheme, m_appearance.isDark());
    const Command colors[] = {ColorsBlueOrange, ColorsGreenRed, ColorsRedGreen};
    check(colors[std::size_t(m_appearance.upDown())], true);
    check(m_appearance.language() == QLatin1String("de") ? German : English, true);
    check(FullScreen, isFullScreen());
    check(m_middle->currentWidget() == m_desk ? ShowCharts : CompareClaims, true);
    actions[Undo]->setEnabled(m_claims->undoStack().canUndo());
    actions[Redo]->setEnabled(m_claims->undoStack().canRedo());
    m_tools->setBase(m_desk->base());
}

void MainWindow::setLanguage(const QString &language)
{
    m_texts.install(language); // every widget hears of it, before what is painted follows
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    m_appearance.setLanguage(language);
    m_settings.setLanguage(language);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_watchlistDock->setWindowTitle(tr("Watchlist"));
    m_headlinesDock->setWindowTitle(tr("Headlines"));
    m_excerptDock->setWindowTitle(tr("Excerpt"));
    m_claimsDock->setWindowTitle(tr("Claims"));
    m_qualityDock->setWindowTitle(tr("Data quality"));
    m_sumDock->setWindowTitle(tr("Calculation"));
    m_rulesDock->setWindowTitle(tr("How numbers are read"));
    for (QAction *action : m_tools->exportMenu()->actions()) {
        if (const QString format = action->data().toString(); !format.isEmpty())
            action->setText(tr("%1…", "a file format, whose dialog opens").arg(format.toUpper()));
    }
    const QString hints[] = {
        tr("Linked charts: wheel zooms, dragging moves, Shift and dragging measures. Markers above are headlines; the "
           "triangle below is the base date and can be dragged."),
        tr("The instruments of this database. Double click shows one, dragging adds it to a chart."),
        tr("All headlines, newest first. Choosing one moves the charts to its time."),
        tr("The text of the chosen headline. A line below a number says whether the quotes confirm it; a click on it "
           "explains why."),
        tr("Every number that the news state about a move or a price, with its verdict from the quotes."),
        tr("What is suspicious about the quotes, and what can be done about it: holes, jumps, splits, sources that "
           "disagree.")};
    for (std::size_t i = 0; i < m_hints.size(); ++i)
        m_hints[i]->setText(hints[i]);
    const QString store = m_session ? QFileInfo(m_session->path()).completeBaseName() : QString();
    const bool isOwn = store.compare(u"tickmark", Qt::CaseInsensitive) == 0; // the one that needs no name
    setWindowTitle(store.isEmpty() || isOwn ? QStringLiteral("Tickmark") : tr("%1 – Tickmark", "title bar").arg(store));
    menuBar()->setAccessibleName(tr("Menu"));
    m_desk->setAccessibleName(tr("Charts"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // An import that is running is asked about by its own dialog.
    if (m_import && !m_import->close()) {
        event->ignore();
        return;
    }
    if (m_instruments && !m_instruments->close()) {
        event->ignore();
        return;
    }
    if (!m_sourceWatch->closeDialog()) {
        event->ignore();
        return;
    }
    saveStoreState();
    showMiddle(Command::ShowCharts); // with its panels
    for (QDockWidget *dock : std::exchange(m_hiddenForRoom, {}))
        dock->show(); // hidden by us, not by the user
    m_settings.setPlaces(saveGeometry(), saveState(kLayoutVersion));
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile()
        && urls.constFirst().toLocalFile().endsWith(QLatin1String(".tickmark"))) {
        openStore(urls.constFirst().toLocalFile());
    } else if (dialogs::ImportDialog *dialog = importDialog()) {
        dialog->addUrls(urls);
    }
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

} // namespace tickmark::window
