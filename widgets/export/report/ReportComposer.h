// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportContent.h"
#include "ReportDocument.h"
#include <charts/ChartTexts.h>
#include <core/Formats.h>

#include <QCoreApplication>

#include <map>

namespace tickmark::report {

//! What a report says, in its language. InvalidInput for a chart that cannot be drawn. Any thread.
[[nodiscard]] core::Result<ReportDocument> composeReport(const ReportContent &content);

//! One run of composeReport(), within a charts::TextLanguage.
class ReportComposer
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    explicit ReportComposer(const ReportContent &content);

    [[nodiscard]] core::Result<ReportDocument> compose();

private:
    core::Result<> planCharts();
    //! Of the headlines that a chart shows and the report lists: one number means one headline in the whole report.
    core::Result<> numberHeadlines();
    void addTitle();
    void addTallies();
    void addSection(std::size_t index);
    void addSummary();
    void addGaps();
    [[nodiscard]] Row summaryRow(const InstrumentSummary &one) const;
    void addCharts(std::size_t section);
    //! Without the sentences below it that were `said` of all charts.
    void addChart(const std::shared_ptr<const charts::ChartPlan> &plan, bool isLow, const QStringList &said);
    void addHeadlines();
    [[nodiscard]] Row headlineRow(const ReportHeadline &headline) const;
    void addVerdicts(const Section &section);
    void addStatements(const ReportHeadline &headline, const Section &section, Table &table) const;
    [[nodiscard]] std::vector<Paragraph> details(const Statement &statement) const;
    void addQuality();
    void addMethod();
    void addSources();
    [[nodiscard]] QStringList otherSources() const;
    void addSourceTable();

    void heading(const Section &section);
    void passage(const QString &text, bool isSmall = false);
    void leftOut(const QString &sentence);
    [[nodiscard]] QString when(core::Time time) const;
    [[nodiscard]] QString price(const InstrumentSummary &one, core::Price price) const;
    [[nodiscard]] QString quoted(const QString &words) const;
    [[nodiscard]] QString volume(double units) const;
    [[nodiscard]] QString range() const;
    [[nodiscard]] core::SessionDate base() const { return m_content.wish.base.value_or(m_content.wish.from); }
    [[nodiscard]] bool listsHeadlines() const;
    [[nodiscard]] bool isListed(const ReportHeadline &headline) const;
    [[nodiscard]] static bool isInTable(const Statement &statement, const Section &section);
    [[nodiscard]] int numberOf(qint64 newsId) const;

    const ReportContent &m_content;
    charts::ChartTexts m_chartTexts;
    const core::Formats &m_formats;
    std::vector<std::shared_ptr<const charts::ChartPlan>> m_plans; //!< of the content's charts
    std::map<qint64, int> m_numbers;                               //!< by news id
    ReportDocument m_document;
};

} // namespace tickmark::report
