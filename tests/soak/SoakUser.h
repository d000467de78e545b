// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SoakExchange.h"
#include "Vitals.h"
#include "WindowBench.h"

#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <vector>

class QAbstractButton;
class QAbstractItemView;
class QComboBox;
class QLineEdit;

namespace tickmark::dialogs {
class SourcesDialog;
}

//! Somebody who works with the window for hours, without a plan: each act() is one of some thirty things that users do, by
//! mouse and keyboard, chosen by a seeded chance. Acts that find nothing to act on count as such. GUI thread.
class SoakUser
{
public:
    //! All outlive the user. `log` gets a line for each thing begun, so that the last one is known after a crash.
    SoakUser(std::uint32_t seed, const SoakExchange &exchange, const QString &feed, Vitals &vitals, std::FILE *log);
    ~SoakUser();

    void act();
    //! Closes the window as a user does, and opens the store again.
    void restart();
    //! Ends: no window is left.
    void leave();

    struct Count
    {
        int done = 0;
        int notPossible = 0; //!< there was nothing to act on
    };
    [[nodiscard]] const std::map<QString, Count> &counts() const { return m_counts; }
    //! What should not have happened, a sentence each.
    [[nodiscard]] const QStringList &troubles() const { return m_troubles; }
    //! Memory between two windows, when there is none.
    [[nodiscard]] const std::vector<Vitals::Sample> &betweenWindows() const { return m_betweenWindows; }

private:
    struct Act
    {
        const char *name;
        int weight;
        bool (SoakUser::*act)();
    };
    static const std::vector<Act> &acts();

    // Charts
    bool pan();
    bool wheel();
    bool measure();
    bool hover();
    bool chartKeys();
    bool clickMarker();
    bool choose(); //!< a menu's entry: ranges, curves, scales, history
    bool look();   //!< theme, colours, language, zone
    bool moveBase();
    bool addChart();
    bool chartButtons();
    bool chartMenu();
    bool chartTable();
    bool replay();
    bool arrangePanels();
    bool resize();
    // Texts and their numbers
    bool clickHeadline();
    bool filterHeadlines();
    bool search();
    bool explain();
    bool watchlist();
    bool claimsTable();
    bool compare();
    bool quality();
    bool checkText();
    bool undoRedo();
    // What comes in and goes out
    bool importFile();
    bool undoImport();
    bool stream();
    bool streamDetails();
    bool feedSource();
    bool exportCharts();
    bool copyChart();
    bool report();
    bool instruments();
    bool help();
    bool otherStore();

    void open();
    void setUpStream();
    [[nodiscard]] int below(int bound) { return bound > 0 ? int(m_chance() % std::uint32_t(bound)) : 0; }
    [[nodiscard]] bool oneIn(int n) { return below(n) == 0; }
    template <typename List>
    [[nodiscard]] auto anyOf(const List &list)
    {
        return list[typename List::size_type(below(int(list.size())))];
    }

    [[nodiscard]] tickmark::window::MainWindow &window() { return m_bench->window(); }
    [[nodiscard]] tickmark::charts::StackView *anyStack();
    [[nodiscard]] QPoint anyPlace(const QWidget &widget);
    void trigger(tickmark::window::Command command);
    void pointer(QWidget *widget, QEvent::Type type, QPoint place, Qt::MouseButton button = Qt::NoButton,
                 Qt::KeyboardModifiers modifiers = {});
    void drag(QWidget *widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    void click(QWidget *widget, QPoint place);
    bool click(QAbstractButton *button);
    void key(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(QWidget *widget, const QString &text);
    void fill(QLineEdit *edit, const QString &text);
    bool browse(QAbstractItemView *view);
    void chooseAny(QComboBox *box);
    bool chooseInMenu(QWidget *menu);
    void rest(int ms);
    bool until(const std::function<bool()> &condition, int ms);
    template <typename Dialog>
    [[nodiscard]] Dialog *shown();
    bool addFeedSource(tickmark::dialogs::SourcesDialog *dialog);
    void closePopups();
    void closeDialogs();
    void answerQuestion();
    void trouble(const QString &sentence);
    void note(const QString &sentence); //!< for the log alone
    void ensureCharts();

    std::mt19937 m_chance;
    const SoakExchange &m_exchange;
    const QString m_feed; //!< address
    Vitals &m_vitals;
    std::FILE *m_log;
    QTemporaryDir m_folder;
    QString m_store;
    QString m_other; //!< a second store
    QStringList m_files;
    QTimer m_answers;
    QPointer<QWidget> m_asked;
    int m_askedFor = 0; //!< beats that the question stands
    std::map<QString, Count> m_counts;
    QStringList m_troubles;
    std::vector<Vitals::Sample> m_betweenWindows;
    std::unique_ptr<WindowBench> m_bench;
};

template <typename Dialog>
Dialog *SoakUser::shown()
{
    for (auto *dialog : window().template findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}
