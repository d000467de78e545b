// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportHtml.h"

#include "ReportMarkup.h"
#include <charts/TextLanguage.h>

namespace tickmark::report {

ReportHtml::ReportHtml(std::shared_ptr<const ReportDocument> document) : m_document(std::move(document))
{
    for (const Block &block : m_document->blocks) {
        if (const auto *chart = std::get_if<Chart>(&block))
            m_charts.push_back(chart);
    }
}

//! A report without a chart has a step all the same: whoever counts them divides by them.
int ReportHtml::steps() const
{
    return std::max(1, int(m_charts.size()));
}

core::Result<> ReportHtml::step(int index)
{
    if (std::size_t(index) >= m_charts.size())
        return {};
    const charts::TextLanguage language{charts::Translator(m_document->language)};
    auto picture = inlineSvg(*m_charts[std::size_t(index)]);
    if (!picture)
        return tl::unexpected(picture.error());
    m_pictures.push_back(std::move(*picture));
    return {};
}

QByteArray ReportHtml::take()
{
    const charts::TextLanguage language{charts::Translator(m_document->language)};
    return ReportMarkup(*m_document, m_pictures).html();
}

} // namespace tickmark::report
