// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimBench.h"

#include <claims/ClaimLabels.h>
#include <newsview/ExcerptText.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <tables/HeadlineModel.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <ctime>

using namespace tickmark;
using namespace Qt::StringLiterals;
using newsview::ExcerptText;

ClaimBench::ClaimBench(const QString &store) : WindowBench(u"en"_s, store)
{
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY_WITH_TIMEOUT(isJudged(), 20'000);
}

bool ClaimBench::isJudged()
{
    const tables::ClaimBookPtr &book = window().claims().book();
    return book && !book->claims().empty()
           && std::ranges::all_of(book->claims(), [](const store::StoredClaim &claim) { return claim.isJudged(); });
}

const store::StoredClaim *ClaimBench::claim(const QString &title, const QString &words)
{
    const tables::ClaimBookPtr &book = window().claims().book();
    if (!book)
        return nullptr;
    for (const store::StoredClaim &each : book->claims()) {
        if (each.claim.text.contains(words) && book->newsOf(each).title == title)
            return &each;
    }
    return nullptr;
}

QString ClaimBench::verdictOf(const QString &title, const QString &words)
{
    const store::StoredClaim *found = claim(title, words);
    return found && found->isJudged() ? claims::verdictWords(found->claim, *found->verdict, QLocale(u"en"_s))
                                      : QString();
}

void ClaimBench::clickHeadline(const QString &title)
{
    QAbstractItemView *list = view(u"Headlines"_s);
    QVERIFY(list);
    const QAbstractItemModel &model = *list->model();
    const QModelIndexList found = model.match(model.index(0, 0), tables::HeadlineModel::TitleRole, title, 1,
                                              Qt::MatchExactly);
    QVERIFY2(!found.isEmpty(), qPrintable(title));
    list->scrollTo(found.front());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.front()).center());
    QTRY_VERIFY(window().excerpt().headline() && window().excerpt().headline()->title == title);
}

void ClaimBench::clickNumber(const store::StoredClaim &claim)
{
    for (auto *text : window().excerpt().findChildren<ExcerptText *>()) {
        auto rect = text->numberRect(claim.key());
        if (!rect)
            continue;
        QScrollBar &bar = *text->verticalScrollBar();
        while (rect->bottom() >= text->viewport()->height() && bar.value() < bar.maximum()) {
            bar.triggerAction(QAbstractSlider::SliderSingleStepAdd);
            rect = text->numberRect(claim.key());
        }
        // the beginning of its last line, where the number may be broken in two
        QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, rect->bottomLeft() + QPoint(10, -8));
        return;
    }
    QFAIL(qPrintable(u"the number is not in the text: "_s + claim.claim.text));
}

void ClaimBench::explain(const QString &title, const QString &words)
{
    clickHeadline(title);
    const store::StoredClaim *found = claim(title, words);
    QVERIFY2(found, qPrintable(words));
    clickNumber(*found);
    QTRY_VERIFY(explanation());
}

QWidget *ClaimBench::explanation()
{
    auto *popup = window().findChild<QWidget *>(u"verdictPopup"_s);
    return popup && popup->isVisible() ? popup : nullptr;
}

void ClaimBench::clickAction(const QString &name)
{
    QVERIFY(explanation());
    auto *button = explanation()->findChild<QPushButton *>(name);
    QVERIFY2(button && button->isEnabled() && button->isVisible(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

int ClaimBench::clickMenu(const QString &menu, const QString &item)
{
    const auto plain = [](QString text) { return text.remove(u'&').remove(u'…'); };
    for (QAction *title : window().menuBar()->actions()) {
        if (plain(title->text()) != menu || !title->menu())
            continue;
        QTest::mouseClick(window().menuBar(), Qt::LeftButton, {}, window().menuBar()->actionGeometry(title).center());
        for (QAction *action : title->menu()->actions()) {
            if (plain(action->text()) != item)
                continue;
            QTest::mouseClick(title->menu(), Qt::LeftButton, {}, title->menu()->actionGeometry(action).center());
            return 2;
        }
        title->menu()->close();
    }
    return 0;
}

void ClaimBench::type(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window(), key, modifiers);
}

QAbstractItemView *ClaimBench::view(const QString &accessibleName, QWidget *in)
{
    for (auto *each : (in ? *in : static_cast<QWidget &>(window())).findChildren<QAbstractItemView *>()) {
        if (each->accessibleName() == accessibleName)
            return each;
    }
    return nullptr;
}

QWidget *ClaimBench::named(const QString &accessibleName, QWidget *in)
{
    for (auto *each : (in ? *in : static_cast<QWidget &>(window())).findChildren<QWidget *>()) {
        if (each->accessibleName() == accessibleName)
            return each;
    }
    return nullptr;
}

QPoint ClaimBench::rowCentre(const QAbstractItemView &view, int row, int column)
{
    return view.visualRect(view.model()->index(row, column)).center();
}

QString ClaimBench::rowText(const QAbstractItemView &view, int row)
{
    QStringList cells;
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        const QModelIndex index = view.model()->index(row, column);
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        cells.append(spoken.isEmpty() ? index.data().toString() : spoken);
    }
    return cells.join(u" | "_s);
}

int ClaimBench::rowWith(const QAbstractItemView &view, const QString &words)
{
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        if (rowText(view, row).contains(words))
            return row;
    }
    return -1;
}

QString ClaimBench::words(const QWidget *widget)
{
    QStringList lines;
    for (const QLabel *label : widget ? widget->findChildren<QLabel *>() : QList<QLabel *>()) {
        if (label->isVisibleTo(widget))
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

LongestTurn::LongestTurn()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_timer.start();
    beat();
    m_longest = 0;
}

void LongestTurn::beat()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    const qint64 now = qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
    m_longest = std::max(m_longest, double(now - m_last) / 1e6);
    m_last = now;
}
