// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceDetails.h"

#include "SourceAdvice.h"
#include "SourceSigns.h"
#include "WrappedLabel.h"
#include <pipeline/FetchFault.h>
#include <sources/http/HttpFault.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/ProviderList.h>

#include <QClipboard>
#include <QFormLayout>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::dialogs {

namespace {

constexpr int kMostItems = 4; //!< failed ones that are named
constexpr int kEdge = 3;

//! A box with an edge in the colour of errors.
class TroubleFrame : public QFrame
{
public:
    explicit TroubleFrame(const style::Appearance &appearance) : m_appearance(appearance) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_appearance.theme().alternate);
        painter.fillRect(QRect(0, 0, kEdge, height()), m_appearance.theme().contradicted);
    }

private:
    const style::Appearance &m_appearance;
};

QLabel *textLabel(const char *objectName)
{
    auto *label = new WrappedLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setObjectName(QLatin1String(objectName));
    return label;
}

//! What is said once, of several instruments.
struct SameTrouble
{
    QString key;
    QString sentence; //!< as of the first
    QStringList names;
};

//! Equal where the same went wrong: the address of each instrument is another, and says nothing more.
QString troubleKey(const store::FetchState &item)
{
    const bool namesAddress = item.errorNames.size() == 1
                              && !sources::httpSentence(item.errorCode, item.errorNames.front()).isEmpty();
    return namesAddress ? item.errorCode : pipeline::errorSentence(item);
}

} // namespace

SourceDetails::SourceDetails(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_sign(new SourceSign(appearance)),
      m_name(new QLabel),
      m_provider(new QLabel),
      m_trouble(new TroubleFrame(appearance)),
      m_error(textLabel("sourceError")),
      m_items(textLabel("failedItems")),
      m_advice(textLabel("sourceAdvice")),
      m_copy(new QPushButton),
      m_facts(new QFormLayout)
{
    m_name->setFont(style::textFont(style::TextRole::Excerpt));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_provider->setForegroundRole(QPalette::PlaceholderText);
    m_provider->setTextFormat(Qt::PlainText);
    m_error->setFont(style::textFont(style::TextRole::Title));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_sign);
    head->addWidget(m_name);
    head->addWidget(m_provider);
    head->addStretch(1);
    auto *trouble = new QVBoxLayout(m_trouble);
    trouble->setContentsMargins(12 + kEdge, 8, 12, 8);
    trouble->setSpacing(4);
    m_copy->setObjectName(QStringLiteral("copyError"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &SourceDetails::copyTrouble);
    auto *first = new QHBoxLayout;
    first->addWidget(m_error, 1);
    first->addWidget(m_copy, 0, Qt::AlignTop);
    trouble->addLayout(first);
    for (QLabel *label : {m_items, m_advice})
        trouble->addWidget(label);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    m_facts->setLabelAlignment(Qt::AlignLeft);
    for (std::size_t i = 0; i < FactCount; ++i) {
        m_heads[i] = new QLabel;
        m_heads[i]->setForegroundRole(QPalette::PlaceholderText);
        m_values[i] = textLabel("sourceFact");
        m_facts->addRow(m_heads[i], m_values[i]);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_trouble);
    column->addLayout(m_facts);
    column->addStretch(1);
    retranslate();
    show({}, false, {});
}

void SourceDetails::show(const std::optional<pipeline::SourceStatus> &status, bool allPaused, core::Time now)
{
    m_status = status;
    m_allPaused = allPaused;
    m_now = now;
    m_sign->setVisible(status.has_value());
    m_provider->setVisible(status.has_value());
    if (!status) {
        m_name->clear();
        m_trouble->hide();
        for (int fact = 0; fact < FactCount; ++fact)
            setFact(Fact(fact), {});
        return;
    }
    m_sign->setState(tables::stateOf(*status, allPaused));
    m_name->setText(status->setup.name);
    const auto provider = sources::providerInfo(status->setup.provider);
    m_provider->setText(
        tr("%1, %2", "provider, schedule")
            .arg(provider ? provider->title : status->setup.provider, tables::scheduleText(status->setup.schedule)));
    showTrouble();
    showFacts();
}

void SourceDetails::showTrouble()
{
    m_trouble->setVisible(!m_status->errorCode.isEmpty());
    if (m_status->errorCode.isEmpty())
        return;
    m_error->setText(errorSentence(*m_status));
    const QString items = failedItems();
    m_items->setText(items);
    m_items->setVisible(!items.isEmpty());
    QStringList sentences;
    const bool repeats = !m_allPaused && m_status->setup.runsByItself();
    if (const QString advice = sourceAdvice(m_status->errorCode, repeats); !advice.isEmpty())
        sentences += advice;
    if (m_status->nextRun && !m_allPaused && !pipeline::isRemark(m_status->errorCode))
        sentences += tr("The next try: %1.", "a time")
                         .arg(tables::nearTimeText(*m_status->nextRun, m_now, m_appearance.formats(),
                                                   m_appearance.zone()));
    m_advice->setText(sentences.join(u' '));
    m_advice->setVisible(!sentences.isEmpty() && !m_status->isRunning); // it is being tried right now
}

//! As somebody else is told of it: of which source, when, and what.
void SourceDetails::copyTrouble()
{
    QStringList lines{m_status->setup.name};
    if (m_status->lastRun)
        lines += tables::exactTimeText(*m_status->lastRun, m_appearance.formats(), m_appearance.zone());
    lines += {m_error->text(), m_items->text(), m_values[Address]->text()};
    lines.removeAll(QString());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

//! The first of them, and how many there are besides.
QString SourceDetails::firstOf(const QStringList &names)
{
    if (names.size() <= kMostItems)
        return names.join(QStringLiteral(", "));
    return names.first(kMostItems).join(QStringLiteral(", ")) + u' '
           + tr("and %Ln more", nullptr, int(names.size() - kMostItems));
}

//! Which of several failed, those together of which the same is to be said; nothing where it is clear.
QString SourceDetails::failedItems() const
{
    const std::vector<store::FetchState> &items = m_status->failedItems;
    if (items.empty() || (items.size() == 1 && (m_status->setup.symbols.size() == 1 || items.front().item.isEmpty())))
        return {};
    std::vector<SameTrouble> troubles;
    for (const store::FetchState &item : items) {
        const QString key = troubleKey(item);
        auto same = std::ranges::find(troubles, key, &SameTrouble::key);
        if (same == troubles.end())
            same = troubles.insert(same, {key, pipeline::errorSentence(item), {}});
        same->names += item.item.isEmpty() ? m_status->setup.name : item.item;
    }
    QStringList failed;
    qsizetype more = 0;
    for (const SameTrouble &trouble : troubles) {
        if (failed.size() < kMostItems)
            failed += tr("%1: %2", "instrument, what went wrong").arg(firstOf(trouble.names), trouble.sentence);
        else
            more += trouble.names.size();
    }
    if (more > 0)
        failed += tr("and %Ln more", nullptr, int(more));
    return failed.join(u'\n');
}

void SourceDetails::showFacts()
{
    const core::Formats &formats = m_appearance.formats();
    const core::ZoneRules &zone = m_appearance.zone();
    const auto timeText = [&](const std::optional<core::Time> &time) {
        return time ? tr("%1 (%2)", "near time, exact time")
                          .arg(tables::nearTimeText(*time, m_now, formats, zone),
                               tables::exactTimeText(*time, formats, zone))
                    : QString();
    };
    QString answer;
    if (m_status->isRunning)
        answer = tables::stateText(*m_status, m_allPaused, formats);
    else if (m_status->report)
        answer = pipeline::answerText(*m_status->report);
    else if (m_status->lastRun) // of another run of the program: what it brought is not known any more
        answer = tr("%1 (%2)", "state of a source, time of its last run")
                     .arg(tables::stateText(*m_status, m_allPaused, formats),
                          tables::nearTimeText(*m_status->lastRun, m_now, formats, zone));
    setFact(LastAnswer, answer);
    setFact(LastSuccess, m_status->lastSuccess ? timeText(m_status->lastSuccess) : tr("never", "last success"));
    setFact(NextRun, m_status->isRunning ? tr("is being fetched now", "next run of a source")
                     : tables::isPaused(m_status->setup, m_allPaused) ? tr("paused", "next run of a source")
                     : m_status->nextRun                              ? timeText(m_status->nextRun)
                                                                      : tr("only when asked to"));
    setFact(Instruments, m_status->setup.symbols.join(QStringLiteral(", ")));
    // no query: it may hold a key that somebody has pasted
    setFact(Address,
            m_status->setup.address.isEmpty() ? QString() : sources::shownAddress(QUrl(m_status->setup.address)));
}

void SourceDetails::setFact(Fact fact, const QString &text)
{
    m_values[std::size_t(fact)]->setText(text);
    m_facts->setRowVisible(m_values[std::size_t(fact)], !text.isEmpty());
}

void SourceDetails::retranslate()
{
    const QString heads[] = {tr("Last answer"), tr("Last success"), tr("Next run"), tr("Instruments"), tr("Address")};
    for (std::size_t i = 0; i < FactCount; ++i) {
        m_heads[i]->setText(heads[i]);
        m_values[i]->setAccessibleName(heads[i]);
    }
    m_error->setAccessibleName(tr("What went wrong"));
    m_copy->setText(tr("Copy", "what went wrong"));
    m_copy->setAccessibleName(tr("Copy what went wrong"));
    m_advice->setAccessibleName(tr("What to do"));
    if (m_status)
        show(std::optional(*m_status), m_allPaused, m_now);
}

} // namespace tickmark::dialogs
