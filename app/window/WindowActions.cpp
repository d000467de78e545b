// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowActions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace tickmark::window {

namespace {

//! Actions of one group exclude one another.
enum class Group { None, Range, Colors, Language, Curve, Scale, Middle };
//! The keys of InCharts work where the window has added the action: elsewhere they belong to texts and tables.
enum class Kind { Plain, Check, InCharts };

struct Entry
{
    Command command;
    const char *text;
    const char *shortcut;
    Kind kind = Kind::Plain;
    Group group = Group::None;
};

constexpr Entry kEntries[] = {
    {Command::NewStore, QT_TRANSLATE_NOOP("WindowActions", "&New database…"), "Ctrl+N"},
    {Command::OpenStore, QT_TRANSLATE_NOOP("WindowActions", "&Open database…"), "Ctrl+O"},
    {Command::OpenSample, QT_TRANSLATE_NOOP("WindowActions", "Open the &sample case"), ""},
    {Command::ImportFiles, QT_TRANSLATE_NOOP("WindowActions", "&Import files…"), "Ctrl+I"},
    {Command::ShowImports, QT_TRANSLATE_NOOP("WindowActions", "I&mports and undo…"), "Ctrl+Shift+I"},
    {Command::ShowInstruments, QT_TRANSLATE_NOOP("WindowActions", "Ins&truments…"), "Ctrl+Shift+T"},
    {Command::ShowSources, QT_TRANSLATE_NOOP("WindowActions", "So&urces…"), "Ctrl+Shift+S"},
    {Command::ExportChart, QT_TRANSLATE_NOOP("WindowActions", "&Export charts…"), "Ctrl+E"},
    {Command::ExportAgain, QT_TRANSLATE_NOOP("WindowActions", "Export as the &last time"), "Ctrl+Shift+E"},
    {Command::PrintCharts, QT_TRANSLATE_NOOP("WindowActions", "&Print charts…"), "Ctrl+P"},
    {Command::MakeReport, QT_TRANSLATE_NOOP("WindowActions", "Re&port…"), "Ctrl+Shift+B"},
    {Command::Quit, QT_TRANSLATE_NOOP("WindowActions", "&Quit"), "Ctrl+Q"},
    {Command::CopyChart, QT_TRANSLATE_NOOP("WindowActions", "&Copy the active chart"), "Ctrl+C", Kind::InCharts},
    {Command::RangeDay1, QT_TRANSLATE_NOOP("WindowActions", "One day"), "Ctrl+1", Kind::Check, Group::Range},
    {Command::RangeDay5, QT_TRANSLATE_NOOP("WindowActions", "Five days"), "Ctrl+2", Kind::Check, Group::Range},
    {Command::RangeMonth1, QT_TRANSLATE_NOOP("WindowActions", "One month"), "Ctrl+3", Kind::Check, Group::Range},
    {Command::RangeMonth3, QT_TRANSLATE_NOOP("WindowActions", "Three months"), "Ctrl+4", Kind::Check, Group::Range},
    {Command::RangeYearToDate, QT_TRANSLATE_NOOP("WindowActions", "Year to date"), "Ctrl+5", Kind::Check, Group::Range},
    {Command::RangeYear1, QT_TRANSLATE_NOOP("WindowActions", "One year"), "Ctrl+6", Kind::Check, Group::Range},
    {Command::RangeAll, QT_TRANSLATE_NOOP("WindowActions", "Everything"), "Ctrl+0", Kind::Check, Group::Range},
    {Command::ZoomIn, QT_TRANSLATE_NOOP("WindowActions", "Zoom &in"), "Ctrl++"},
    {Command::ZoomOut, QT_TRANSLATE_NOOP("WindowActions", "Zoom &out"), "Ctrl+-"},
    {Command::Back, QT_TRANSLATE_NOOP("WindowActions", "&Previous view"), "Alt+Left"},
    {Command::Forward, QT_TRANSLATE_NOOP("WindowActions", "Ne&xt view"), "Alt+Right"},
    {Command::DarkTheme, QT_TRANSLATE_NOOP("WindowActions", "&Dark"), "Ctrl+D", Kind::Check},
    {Command::ColorsBlueOrange, QT_TRANSLATE_NOOP("WindowActions", "Up blue, down orange"), "", Kind::Check,
     Group::Colors},
    {Command::ColorsGreenRed, QT_TRANSLATE_NOOP("WindowActions", "Up green, down red"), "", Kind::Check, Group::Colors},
    {Command::ColorsRedGreen, QT_TRANSLATE_NOOP("WindowActions", "Up red, down green (East Asia)"), "", Kind::Check,
     Group::Colors},
    {Command::German, "&Deutsch", "", Kind::Check, Group::Language}, // languages name themselves
    {Command::English, "&English", "", Kind::Check, Group::Language},
    {Command::FullScreen, QT_TRANSLATE_NOOP("WindowActions", "&Full screen"), "F11", Kind::Check},
    {Command::ResetLayout, QT_TRANSLATE_NOOP("WindowActions", "Put the panels back in their &places"), ""},
    {Command::FrameTimes, QT_TRANSLATE_NOOP("WindowActions", "Fra&me times"), "", Kind::Check},
    {Command::AddChart, QT_TRANSLATE_NOOP("WindowActions", "&New chart…"), "Ctrl+Shift+N"},
    {Command::AddInstrument, QT_TRANSLATE_NOOP("WindowActions", "&Add instrument to this chart…"), "Ctrl+Shift+A"},
    {Command::CurveLine, QT_TRANSLATE_NOOP("WindowActions", "&Line"), "", Kind::Check, Group::Curve},
    {Command::CurveStep, QT_TRANSLATE_NOOP("WindowActions", "&Steps"), "", Kind::Check, Group::Curve},
    {Command::CurveArea, QT_TRANSLATE_NOOP("WindowActions", "&Area"), "", Kind::Check, Group::Curve},
    {Command::CurveCandles, QT_TRANSLATE_NOOP("WindowActions", "&Candles"), "", Kind::Check, Group::Curve},
    {Command::ScaleLinear, QT_TRANSLATE_NOOP("WindowActions", "L&inear"), "Ctrl+Shift+L", Kind::Check, Group::Scale},
    {Command::ScaleLog, QT_TRANSLATE_NOOP("WindowActions", "L&ogarithmic"), "Ctrl+L", Kind::Check, Group::Scale},
    {Command::TradingTime, QT_TRANSLATE_NOOP("WindowActions", "&Trading time"), "Ctrl+T", Kind::Check},
    {Command::Follow, QT_TRANSLATE_NOOP("WindowActions", "&Follow"), "", Kind::Check},
    {Command::ChartTable, QT_TRANSLATE_NOOP("WindowActions", "&Values as a table"), "Ctrl+Shift+V"},
    {Command::ReplayTicks, QT_TRANSLATE_NOOP("WindowActions", "&Replay ticks"), "Ctrl+R"},
    {Command::ToggleLive, QT_TRANSLATE_NOOP("WindowActions", "Stream this chart &live"), "Ctrl+Shift+R", Kind::Check},
    {Command::NextHeadline, QT_TRANSLATE_NOOP("WindowActions", "&Next headline"), "Ctrl+Down"},
    {Command::PreviousHeadline, QT_TRANSLATE_NOOP("WindowActions", "&Previous headline"), "Ctrl+Up"},
    {Command::FilterList, QT_TRANSLATE_NOOP("WindowActions", "&Filter the list"), "Ctrl+F"},
    {Command::ClearHeadlineFilter, QT_TRANSLATE_NOOP("WindowActions", "Show &all headlines"), "Ctrl+Shift+F"},
    {Command::ShowCharts, QT_TRANSLATE_NOOP("WindowActions", "C&harts"), "Ctrl+Shift+D", Kind::Check, Group::Middle},
    {Command::CompareClaims, QT_TRANSLATE_NOOP("WindowActions", "&Claim comparison"), "Ctrl+Shift+K", Kind::Check,
     Group::Middle},
    {Command::ShowClaims, QT_TRANSLATE_NOOP("WindowActions", "&All claims"), "Ctrl+Shift+C"},
    {Command::CheckText, QT_TRANSLATE_NOOP("WindowActions", "Check a &text…"), "Ctrl+Shift+X"},
    {Command::ShowQuality, QT_TRANSLATE_NOOP("WindowActions", "&Data quality"), "Ctrl+Shift+Q"},
    {Command::Undo, QT_TRANSLATE_NOOP("WindowActions", "&Undo"), "Ctrl+Z"},
    {Command::Redo, QT_TRANSLATE_NOOP("WindowActions", "&Redo"), "Ctrl+Shift+Z"},
    {Command::Search, QT_TRANSLATE_NOOP("WindowActions", "&Search instruments and headlines"), "Ctrl+K"},
    {Command::Shortcuts, QT_TRANSLATE_NOOP("WindowActions", "&Keyboard and mouse"), "F1"},
    {Command::ShowHints, QT_TRANSLATE_NOOP("WindowActions", "Show the &hints again"), ""},
    {Command::About, QT_TRANSLATE_NOOP("WindowActions", "&About Tickmark"), ""},
};
static_assert(std::size(kEntries) == std::size_t(Command::Count));

QString translated(const char *text)
{
    return QCoreApplication::translate("WindowActions", text);
}

} // namespace

WindowActions::WindowActions(QMainWindow &window) : QObject(&window), m_window(window)
{
    makeActions();
    fillMenus();
    retranslate();
}

void WindowActions::makeActions()
{
    std::array<QActionGroup *, 7> groups{};
    for (const Entry &entry : kEntries) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence::fromString(QString::fromLatin1(entry.shortcut), QKeySequence::PortableText));
        action->setCheckable(entry.kind == Kind::Check);
        action->setMenuRole(QAction::NoRole);
        if (entry.group != Group::None) {
            QActionGroup *&group = groups[std::size_t(entry.group)];
            if (!group) {
                group = new QActionGroup(this);
                // A view between two ranges is none of them.
                if (entry.group == Group::Range)
                    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
            }
            group->addAction(action);
        }
        m_actions[std::size_t(entry.command)] = action;
        if (entry.kind == Kind::InCharts)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        else
            m_window.addAction(action); // shortcuts work while the menu bar is hidden, too
    }
}

QMenu *WindowActions::addMenu(QMenu *parent, const char *title)
{
    QMenu *menu = parent ? parent->addMenu(QString()) : m_window.menuBar()->addMenu(QString());
    menu->setToolTipsVisible(true);
    m_titles.emplace_back(menu, title);
    return menu;
}

void WindowActions::fill(QMenu *menu, std::initializer_list<Command> commands)
{
    for (const Command command : commands)
        menu->addAction((*this)[command]);
}

void WindowActions::fillMenus()
{
    using enum Command;
    QMenu *file = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&File"));
    fill(file, {NewStore, OpenStore});
    m_recent = addMenu(file, QT_TRANSLATE_NOOP("WindowActions", "&Recent databases"));
    fill(file, {OpenSample});
    file->addSeparator();
    fill(file, {ImportFiles, ShowImports, ShowInstruments, ShowSources});
    file->addSeparator();
    fill(file, {ExportChart, ExportAgain, PrintCharts, MakeReport});
    file->addSeparator();
    fill(file, {Quit});

    QMenu *edit = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&Edit"));
    fill(edit, {Undo, Redo});
    edit->addSeparator();
    fill(edit, {CopyChart});

    QMenu *view = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&View"));
    QMenu *range = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Range"));
    fill(range, {RangeDay1, RangeDay5, RangeMonth1, RangeMonth3, RangeYearToDate, RangeYear1, RangeAll});
    fill(view, {ZoomIn, ZoomOut, Back, Forward});
    view->addSeparator();
    m_panels = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Panels"));
    fill(view, {ResetLayout, FullScreen, FrameTimes});
    view->addSeparator();
    fill(view, {DarkTheme});
    QMenu *colors = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Colours of up and down"));
    fill(colors, {ColorsBlueOrange, ColorsGreenRed, ColorsRedGreen});
    QMenu *language = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Language"));
    fill(language, {German, English});
    m_zones = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Time zone"));

    QMenu *chart = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&Chart"));
    fill(chart, {AddChart, AddInstrument});
    chart->addSeparator();
    fill(chart, {CurveLine, CurveStep, CurveArea, CurveCandles});
    chart->addSeparator();
    fill(chart, {ScaleLinear, ScaleLog});
    m_base = addMenu(chart, QT_TRANSLATE_NOOP("WindowActions", "&Base date"));
    chart->addSeparator();
    fill(chart, {TradingTime, Follow});
    chart->addSeparator();
    fill(chart, {ToggleLive});
    m_live = addMenu(chart, QT_TRANSLATE_NOOP("WindowActions", "Li&ve streams"));
    chart->addSeparator();
    fill(chart, {ChartTable, ReplayTicks});

    QMenu *news = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&News"));
    fill(news, {NextHeadline, PreviousHeadline});
    news->addSeparator();
    fill(news, {FilterList, ClearHeadlineFilter});

    QMenu *analysis = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&Analysis"));
    fill(analysis, {CheckText, ShowClaims, ShowQuality});
    analysis->addSeparator();
    fill(analysis, {ShowCharts, CompareClaims});

    QMenu *help = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&Help"));
    fill(help, {Shortcuts, ShowHints, Search});
    help->addSeparator();
    fill(help, {About});
}

void WindowActions::retranslate()
{
    for (const Entry &entry : kEntries)
        (*this)[entry.command]->setText(entry.group == Group::Language ? QString::fromUtf8(entry.text)
                                                                       : translated(entry.text));
    for (const auto &[menu, title] : m_titles)
        menu->setTitle(translated(title));
}

} // namespace tickmark::window
