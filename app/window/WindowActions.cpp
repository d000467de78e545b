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
enum class Group { None, Range, Colors, Language, Curve, Scale };
enum class Kind { Plain, Check };

struct Entry
{
    Command command;
    const char *text;
    const char *shortcut;
    Kind kind = Kind::Plain;
    Group group = Group::None;
};

#define TEXT(text) QT_TRANSLATE_NOOP("WindowActions", text)
constexpr Entry kEntries[] = {
    {Command::NewStore, TEXT("&New database…"), "Ctrl+N"},
    {Command::OpenStore, TEXT("&Open database…"), "Ctrl+O"},
    {Command::OpenSample, TEXT("Open the &sample case"), ""},
    {Command::ImportFiles, TEXT("&Import files…"), "Ctrl+I"},
    {Command::ShowImports, TEXT("I&mports and undo…"), "Ctrl+Shift+I"},
    {Command::ShowInstruments, TEXT("Ins&truments…"), "Ctrl+Shift+T"},
    {Command::ExportChart, TEXT("&Export chart…"), "Ctrl+E"},
    {Command::Quit, TEXT("&Quit"), "Ctrl+Q"},
    {Command::RangeDay1, TEXT("One day"), "Ctrl+1", Kind::Check, Group::Range},
    {Command::RangeDay5, TEXT("Five days"), "Ctrl+2", Kind::Check, Group::Range},
    {Command::RangeMonth1, TEXT("One month"), "Ctrl+3", Kind::Check, Group::Range},
    {Command::RangeMonth3, TEXT("Three months"), "Ctrl+4", Kind::Check, Group::Range},
    {Command::RangeYearToDate, TEXT("Year to date"), "Ctrl+5", Kind::Check, Group::Range},
    {Command::RangeYear1, TEXT("One year"), "Ctrl+6", Kind::Check, Group::Range},
    {Command::RangeAll, TEXT("Everything"), "Ctrl+0", Kind::Check, Group::Range},
    {Command::ZoomIn, TEXT("Zoom &in"), "Ctrl++"},
    {Command::ZoomOut, TEXT("Zoom &out"), "Ctrl+-"},
    {Command::Back, TEXT("&Previous view"), "Alt+Left"},
    {Command::Forward, TEXT("Ne&xt view"), "Alt+Right"},
    {Command::DarkTheme, TEXT("&Dark"), "Ctrl+D", Kind::Check},
    {Command::ColorsBlueOrange, TEXT("Up blue, down orange"), "", Kind::Check, Group::Colors},
    {Command::ColorsGreenRed, TEXT("Up green, down red"), "", Kind::Check, Group::Colors},
    {Command::ColorsRedGreen, TEXT("Up red, down green (East Asia)"), "", Kind::Check, Group::Colors},
    {Command::German, "&Deutsch", "", Kind::Check, Group::Language}, // languages name themselves
    {Command::English, "&English", "", Kind::Check, Group::Language},
    {Command::FullScreen, TEXT("&Full screen"), "F11", Kind::Check},
    {Command::ResetLayout, TEXT("Panels to their first &places"), ""},
    {Command::AddChart, TEXT("&New chart…"), "Ctrl+Shift+N"},
    {Command::AddInstrument, TEXT("&Add instrument to this chart…"), "Ctrl+Shift+A"},
    {Command::CurveLine, TEXT("&Line"), "", Kind::Check, Group::Curve},
    {Command::CurveStep, TEXT("&Steps"), "", Kind::Check, Group::Curve},
    {Command::CurveArea, TEXT("&Area"), "", Kind::Check, Group::Curve},
    {Command::CurveCandles, TEXT("&Candles"), "", Kind::Check, Group::Curve},
    {Command::ScaleLinear, TEXT("L&inear"), "", Kind::Check, Group::Scale},
    {Command::ScaleLog, TEXT("L&ogarithmic"), "Ctrl+L", Kind::Check, Group::Scale},
    {Command::TradingTime, TEXT("&Trading time"), "Ctrl+T", Kind::Check},
    {Command::Follow, TEXT("&Follow"), "", Kind::Check},
    {Command::ChartTable, TEXT("&Values as a table"), "Ctrl+Shift+V"},
    {Command::NextHeadline, TEXT("&Next headline"), "Ctrl+Down"},
    {Command::PreviousHeadline, TEXT("&Previous headline"), "Ctrl+Up"},
    {Command::FilterHeadlines, TEXT("&Filter headlines"), "Ctrl+F"},
    {Command::ClearHeadlineFilter, TEXT("Show &all headlines"), "Ctrl+Shift+F"},
    {Command::Search, TEXT("&Search instruments and headlines"), "Ctrl+K"},
    {Command::Shortcuts, TEXT("&Keyboard and mouse"), "F1"},
    {Command::ShowHints, TEXT("Show the &hints again"), ""},
    {Command::About, TEXT("&About Tickmark"), ""},
};
#undef TEXT
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
    std::array<QActionGroup *, 6> groups{};
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
    fill(file, {ImportFiles, ShowImports, ShowInstruments});
    file->addSeparator();
    fill(file, {ExportChart});
    file->addSeparator();
    fill(file, {Quit});

    QMenu *view = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&View"));
    QMenu *range = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Range"));
    fill(range, {RangeDay1, RangeDay5, RangeMonth1, RangeMonth3, RangeYearToDate, RangeYear1, RangeAll});
    fill(view, {ZoomIn, ZoomOut, Back, Forward});
    view->addSeparator();
    m_panels = addMenu(view, QT_TRANSLATE_NOOP("WindowActions", "&Panels"));
    fill(view, {ResetLayout, FullScreen});
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
    fill(chart, {ChartTable});

    QMenu *news = addMenu(nullptr, QT_TRANSLATE_NOOP("WindowActions", "&News"));
    fill(news, {NextHeadline, PreviousHeadline});
    news->addSeparator();
    fill(news, {FilterHeadlines, ClearHeadlineFilter});

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
