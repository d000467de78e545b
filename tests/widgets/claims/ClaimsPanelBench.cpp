// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimsPanelBench.h"

#include "../../models/tables/ClaimMaker.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <claimview/PublisherTable.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using tables::ClaimBook;
using tables::ClaimBookPtr;
using tables::ClaimColumn;
using tables::ClaimMaker;

ClaimBookPtr someBook()
{
    std::vector<store::StoredClaim> made{
        ClaimMaker().in(1),
        ClaimMaker().in(1, 1).stated(14.4, 0.05).verdict(VerdictCode::Intraday, claims::Basis::Range, -16.97),
        ClaimMaker()
            .in(2)
            .of(claims::ClaimKind::Value, u"USD"_s)
            .stated(450e9, 5e9)
            .hedged(claims::Hedge::AtLeast)
            .verdict(VerdictCode::Contradicted, claims::Basis::None, -592.7e9)
            .with([](store::StoredClaim &claim) { claim.verdict->off = 142.7e9; }),
        ClaimMaker().in(2, 1).about(2, u"BTC-USD"_s, u"Bitcoin"_s).stated(12, 0.5).verdict(VerdictCode::Contradicted),
        ClaimMaker().in(3).about(0, {}, u"Volkswagen"_s).stated(2, 0.5).verdict(VerdictCode::NoData),
        ClaimMaker().in(3, 1).stated(99, 0.5).dismissed(),
    };
    return std::make_shared<const ClaimBook>(
        std::move(made),
        std::vector{tables::newsOf(1, u"Kontorblatt"_s, u"=SUMME(A1), \"Nvidia\""_s),
                    tables::newsOf(2, u"Lanternhill Dispatch"_s, u"What one cheap model cost"_s),
                    tables::newsOf(3, u"Kontorblatt"_s, u"Autos"_s)},
        std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s), tables::stock(2, u"BTC-USD"_s, u"Bitcoin"_s)}, u"de"_s);
}

bool ClaimsPanelBench::openStore()
{
    return m_session.openWith([](store::StoreWriter &) { return core::Result<>(); });
}

bool ClaimsPanelBench::start()
{
    m_panel.reset();
    m_head.reset();
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    if (!m_appearance->setZone("Europe/Berlin"))
        return false;
    m_panel = std::make_unique<ClaimsPanel>(*m_appearance);
    m_head.reset(m_panel->makeHead(nullptr));
    m_head->show();
    m_panel->resize(1100, 500);
    m_panel->show();
    for (QTableView *view : m_panel->findChildren<QTableView *>()) {
        if (!qobject_cast<PublisherTable *>(view) && view->model()->columnCount() == tables::kClaimColumns)
            m_claims = view;
    }
    if (!m_claims)
        return false;
    m_panel->setSession(m_session.get());
    m_panel->setBook(someBook());
    return QTest::qWaitFor([this] { return model()->rowCount() == 5; });
}

QComboBox *ClaimsPanelBench::choice(const QString &accessibleName) const
{
    for (QComboBox *box : m_panel->findChildren<QComboBox *>()) {
        if (box->accessibleName() == accessibleName)
            return box;
    }
    return nullptr;
}

void ClaimsPanelBench::choose(const QString &accessibleName, const QString &text)
{
    QComboBox *box = choice(accessibleName);
    QVERIFY(box);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setFocus();
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index); // as the list does when it is clicked
}

QAction *ClaimsPanelBench::action(const QString &name) const
{
    for (QAction *each : m_claims->actions()) {
        if (each->objectName() == name)
            return each;
    }
    return nullptr;
}

void ClaimsPanelBench::showPublishers() const
{
    for (QToolButton *button : m_head->findChildren<QToolButton *>()) {
        if (button->text() == u"By publisher")
            button->click();
    }
}

QString ClaimsPanelBench::note() const
{
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_panel.get()) && label->wordWrap())
            return label->text();
    }
    return {};
}

QString ClaimsPanelBench::headNote() const
{
    QStringList texts;
    for (const QLabel *label : m_head->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'|');
}

QStringList ClaimsPanelBench::column(ClaimColumn column) const
{
    QStringList cells;
    for (int row = 0; row < model()->rowCount(); ++row)
        cells.append(model()->index(row, int(column)).data().toString());
    return cells;
}
