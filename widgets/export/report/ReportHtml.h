// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDrawing.h"

#include <QByteArray>

#include <vector>

namespace tickmark::report {

//! A report as one HTML file that needs nothing beside it: charts as inline SVG, no scripts, nothing that is loaded. It is
//! well-formed XML too. One chart in each step.
class ReportHtml : public ReportDrawing
{
public:
    explicit ReportHtml(std::shared_ptr<const ReportDocument> document);

    [[nodiscard]] int steps() const override;
    core::Result<> step(int index) override;
    [[nodiscard]] QByteArray take() override;

private:
    std::shared_ptr<const ReportDocument> m_document;
    std::vector<const Chart *> m_charts;
    std::vector<QByteArray> m_pictures; //!< <svg> elements of the charts drawn so far
};

//! A picture of `chart` as an <svg> element that may stand among others: no header, no ids of its own. What found no room in
//! it stands behind it as a caption.
[[nodiscard]] core::Result<QByteArray> inlineSvg(const Chart &chart);

} // namespace tickmark::report
