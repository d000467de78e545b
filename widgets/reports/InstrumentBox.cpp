// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentBox.h"

#include "TickDelegate.h"
#include "TickedInstruments.h"
#include <pipeline/StoreSession.h>
#include <tables/InstrumentModel.h>

#include <QComboBox>
#include <QListView>
#include <QVBoxLayout>

#include <style/FilterField.h>

namespace tickmark::reportview {

namespace {

constexpr int kRows = 5; // of the list, before it scrolls
constexpr int kRowHeight = 26;

} // namespace

InstrumentBox::InstrumentBox(const style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_model(new tables::InstrumentModel(appearance.formats(), this)),
      m_ticked(new TickedInstruments(*m_model, this)),
      m_choice(new QComboBox),
      m_filter(new style::FilterField),
      m_list(new QListView)
{
    for (int i = 0; i < 3; ++i)
        m_choice->addItem(QString());
    m_choice->setObjectName(QStringLiteral("instruments"));
    m_filter->setObjectName(QStringLiteral("instrumentFilter"));
    m_list->setObjectName(QStringLiteral("instrumentList"));
    m_list->setModel(m_ticked);
    m_list->setItemDelegate(new TickDelegate(appearance, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(kRows * kRowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choice);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    connect(m_choice, &QComboBox::activated, this, [this] {
        showList();
        if (choice() == InstrumentChoice::Ticked)
            m_filter->focusAll();
        Q_EMIT edited();
    });
    connect(m_filter, &style::FilterField::filterChanged, m_ticked, &TickedInstruments::setFilter);
    connect(m_filter, &style::FilterField::leaveRequested, m_list, [this] { m_list->setFocus(); });
    connect(m_ticked, &TickedInstruments::edited, this, &InstrumentBox::edited);
    connect(m_model, &tables::InstrumentModel::loaded, this, &InstrumentBox::loaded);
    connect(m_model, &tables::InstrumentModel::failed, this, &InstrumentBox::failed);
    showList();
    m_model->setSession(&session);
}

QWidget *InstrumentBox::firstField() const
{
    return m_choice;
}

void InstrumentBox::retranslate()
{
    m_choice->setItemText(int(InstrumentChoice::Charts),
                          tr("Those of the charts (%Ln)", nullptr, int(m_charted.size())));
    m_choice->setItemText(int(InstrumentChoice::Watchlist), tr("All of the watchlist"));
    m_choice->setItemText(int(InstrumentChoice::Ticked), tr("Selected instruments"));
    m_choice->setAccessibleName(tr("Instruments of the report"));
    m_filter->setPlaceholderText(tr("Filter instruments"));
    m_filter->setAccessibleName(tr("Filter instruments"));
    m_list->setAccessibleName(tr("Instruments to tick"));
    m_ticked->setLanguage(m_appearance.language());
}

void InstrumentBox::setCharted(const QStringList &symbols)
{
    m_charted = symbols;
    m_charted.removeDuplicates();
    retranslate();
}

void InstrumentBox::choose(InstrumentChoice choice, const QStringList &ticked)
{
    m_choice->setCurrentIndex(int(choice));
    m_ticked->setTicked(ticked);
    showList();
}

void InstrumentBox::showList()
{
    const bool isShown = choice() == InstrumentChoice::Ticked;
    m_filter->setVisible(isShown);
    m_list->setVisible(isShown);
}

InstrumentChoice InstrumentBox::choice() const
{
    return InstrumentChoice(m_choice->currentIndex());
}

QStringList InstrumentBox::ticked() const
{
    return m_ticked->symbols();
}

QStringList InstrumentBox::symbols() const
{
    switch (choice()) {
    case InstrumentChoice::Charts:
        return m_charted;
    case InstrumentChoice::Ticked:
        return ticked();
    case InstrumentChoice::Watchlist:
        break;
    }
    return {};
}

QString InstrumentBox::complaint() const
{
    if (choice() == InstrumentChoice::Watchlist || !symbols().isEmpty())
        return {};
    return choice() == InstrumentChoice::Charts ? tr("The charts show no instrument.")
                                                : tr("Tick the instruments that the report is about.");
}

std::optional<RangeBox::Range> InstrumentBox::stored() const
{
    const QStringList wanted = symbols();
    std::optional<RangeBox::Range> range;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const tables::InstrumentRow &row = *m_model->rowAt(i);
        if (!row.first || !row.last || !(wanted.isEmpty() || wanted.contains(row.instrument.symbol)))
            continue;
        range = range ? RangeBox::Range{std::min(range->first, *row.first), std::max(range->second, *row.last)}
                      : RangeBox::Range{*row.first, *row.last};
    }
    return range;
}

} // namespace tickmark::reportview
