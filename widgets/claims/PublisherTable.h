// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/PublisherSummaryModel.h>

#include <QTableView>

#include <style/Appearance.h>

namespace tickmark::claimview {

//! Per publisher how its statements came out; sorted by a click on a head, copied with Ctrl+C. All columns are in sight
//! where there is room for their numbers: long heads and names give way. GUI thread.
class PublisherTable : public QTableView
{
    Q_OBJECT

public:
    explicit PublisherTable(const style::Appearance &appearance, QWidget *parent = nullptr);

    void setCounts(std::vector<tables::PublisherCounts> counts);
    //! As sorted.
    [[nodiscard]] const std::vector<tables::PublisherCounts> &counts() const { return m_model.counts(); }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fitColumns();

    const style::Appearance &m_appearance;
    tables::PublisherSummaryModel m_model;
};

} // namespace tickmark::claimview
