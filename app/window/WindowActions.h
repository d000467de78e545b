// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <vector>

class QAction;
class QMainWindow;
class QMenu;

namespace tickmark::window {

//! Everything that can be done from a menu. Ranges, curves, scales, colours, languages and what the middle shows each exclude
//! one another.
enum class Command {
    NewStore,
    OpenStore,
    OpenSample,
    ImportFiles,
    ShowImports,
    ShowInstruments,
    ShowSources,
    ExportChart,
    ExportAgain,
    PrintCharts,
    MakeReport,
    Quit,
    CopyChart, //!< while a chart has the focus
    RangeDay1,
    RangeDay5,
    RangeMonth1,
    RangeMonth3,
    RangeYearToDate,
    RangeYear1,
    RangeAll,
    ZoomIn,
    ZoomOut,
    Back,
    Forward,
    DarkTheme,
    ColorsBlueOrange,
    ColorsGreenRed,
    ColorsRedGreen,
    German,
    English,
    FullScreen,
    ResetLayout,
    FrameTimes,
    AddChart,
    AddInstrument,
    CurveLine,
    CurveStep,
    CurveArea,
    CurveCandles,
    ScaleLinear,
    ScaleLog,
    TradingTime,
    Follow,
    ChartTable,
    ReplayTicks,
    ToggleLive, //!< of the active chart
    NextHeadline,
    PreviousHeadline,
    FilterList, //!< that has the focus
    ClearHeadlineFilter,
    ShowCharts,
    CompareClaims,
    ShowClaims,
    CheckText,
    ShowQuality,
    Undo,
    Redo,
    Search,
    Shortcuts,
    ShowHints,
    About,
    Count
};

//! The actions of the window and its menu bar, in the language of the program. Made and owned by the window; the window
//! decides what they do. GUI thread.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow &window);

    [[nodiscard]] QAction *operator[](Command command) const { return m_actions[std::size_t(command)]; }
    //! Filled by the window.
    [[nodiscard]] QMenu *recentStores() const { return m_recent; }
    [[nodiscard]] QMenu *panels() const { return m_panels; }
    [[nodiscard]] QMenu *zones() const { return m_zones; }
    [[nodiscard]] QMenu *base() const { return m_base; }
    [[nodiscard]] QMenu *live() const { return m_live; }
    //! Texts once more, after the language has changed.
    void retranslate();

private:
    void makeActions();
    QMenu *addMenu(QMenu *parent, const char *title);
    void fill(QMenu *menu, std::initializer_list<Command> commands);
    void fillMenus();

    QMainWindow &m_window;
    std::array<QAction *, std::size_t(Command::Count)> m_actions{};
    std::vector<std::pair<QMenu *, const char *>> m_titles;
    QMenu *m_recent = nullptr;
    QMenu *m_panels = nullptr;
    QMenu *m_zones = nullptr;
    QMenu *m_base = nullptr;
    QMenu *m_live = nullptr;
};

} // namespace tickmark::window
