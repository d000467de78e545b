// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFilterBar.h"

#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

#include <style/ChoiceBox.h>

#include <algorithm>

namespace tickmark::claimview {

using claims::VerdictCode;

namespace {

constexpr int kGap = 6;
constexpr int kLongestName = 40;
constexpr VerdictCode kVerdicts[] = {VerdictCode::Contradicted, VerdictCode::OtherBasis, VerdictCode::Intraday,
                                     VerdictCode::Close, VerdictCode::NoData};

//! As wide as its widest entry where there is room: verdicts that begin alike are told apart by their ends.
class VerdictBox : public style::ChoiceBox
{
public:
    [[nodiscard]] QSize sizeHint() const override
    {
        const int first = fontMetrics().horizontalAdvance(itemText(0));
        int widest = first;
        for (int i = 1; i < count(); ++i)
            widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
        return ChoiceBox::sizeHint() + QSize(widest - first, 0);
    }
};

void selectAgain(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

CompareFilterBar::CompareFilterBar(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_sessions(new style::ChoiceBox),
      m_subjects(new style::ChoiceBox),
      m_verdicts(new VerdictBox),
      m_several(new QCheckBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    for (QComboBox *box : {m_sessions, m_subjects, m_verdicts})
        row->addWidget(box);
    row->addWidget(m_several);
    m_sessions->setObjectName(QStringLiteral("session"));
    m_subjects->setObjectName(QStringLiteral("subject"));
    m_verdicts->setObjectName(QStringLiteral("verdict"));
    connect(m_sessions, &QComboBox::activated, this,
            [this](int index) { Q_EMIT sessionChosen(m_dates[std::size_t(index)]); });
    connect(m_subjects, &QComboBox::activated, this, &CompareFilterBar::filterChanged);
    connect(m_verdicts, &QComboBox::activated, this, &CompareFilterBar::filterChanged);
    connect(m_several, &QCheckBox::clicked, this, &CompareFilterBar::filterChanged);
    connect(&appearance, &style::Appearance::changed, this, &CompareFilterBar::offerSessions); // with other dates
    retranslate();
}

void CompareFilterBar::setSessions(std::vector<core::SessionDate> sessions, std::optional<core::SessionDate> current)
{
    m_date = current;
    m_dates = std::move(sessions);
    offerSessions();
}

void CompareFilterBar::setCurrent(core::SessionDate session)
{
    m_date = session;
    m_sessions->setCurrentIndex(m_sessions->findData(session.days()));
}

void CompareFilterBar::offerSessions()
{
    m_sessions->clear();
    for (const core::SessionDate session : m_dates)
        //: %1: a date
        m_sessions->addItem(tr("Session: %1").arg(m_appearance.formats().date(session)), session.days());
    m_sessions->setCurrentIndex(m_date ? m_sessions->findData(m_date->days()) : -1);
}

void CompareFilterBar::setSubjects(const QStringList &subjects)
{
    if (subjects == m_names)
        return;
    m_names = subjects;
    offerSubjects();
}

void CompareFilterBar::offerSubjects()
{
    const QVariant current = m_subjects->currentData();
    m_subjects->clear();
    m_subjects->addItem(tr("All instruments"));
    for (const QString &name : std::as_const(m_names))
        m_subjects->addItem(news::visibleLine(name, kLongestName), name);
    selectAgain(*m_subjects, current);
}

void CompareFilterBar::offerVerdicts()
{
    const QVariant current = m_verdicts->currentData();
    m_verdicts->clear();
    m_verdicts->addItem(tr("All verdicts"));
    for (const VerdictCode code : kVerdicts)
        m_verdicts->addItem(claims::verdictCodeLabel(code), int(code));
    selectAgain(*m_verdicts, current);
    QAbstractItemView &list = *m_verdicts->view(); // is never cut, however narrow the box is
    list.setMinimumWidth(list.sizeHintForColumn(0) + 2 * kGap);
    m_verdicts->updateGeometry();
}

TopicFilter CompareFilterBar::filter() const
{
    const QVariant code = m_verdicts->currentData();
    return {m_subjects->currentData().toString(),
            code.isValid() ? std::optional(VerdictCode(code.toInt())) : std::nullopt, m_several->isChecked()};
}

void CompareFilterBar::clear()
{
    if (filter() == TopicFilter())
        return;
    m_subjects->setCurrentIndex(0);
    m_verdicts->setCurrentIndex(0);
    m_several->setChecked(false);
    Q_EMIT filterChanged();
}

void CompareFilterBar::retranslate()
{
    m_sessions->setAccessibleName(tr("Session"));
    m_subjects->setAccessibleName(tr("Filter topics by instrument"));
    m_verdicts->setAccessibleName(tr("Filter topics by verdict"));
    //: a choice of topics: those that more than one claim is about
    m_several->setText(tr("Several claims"));
    m_several->setToolTip(tr("Only topics that several claims are about"));
    offerSessions();
    offerSubjects();
    offerVerdicts();
}

void CompareFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::claimview
