// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportDraft.h"

#include <QAbstractListModel>

namespace tickmark::reportview {

//! The sections of a report in their order, each of which can be left out. What a template does not have stands behind
//! its own, left out. Values only; GUI thread.
class SectionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit SectionModel(QObject *parent = nullptr);

    void setTemplate(const report::ReportTemplate &value);
    void setSections(std::vector<DraftSection> sections);
    [[nodiscard]] const std::vector<DraftSection> &sections() const { return m_sections; }
    //! Those that are not left out.
    [[nodiscard]] report::ReportTemplate chosen() const;
    //! In which the headings are shown: "de", else English.
    void setLanguage(const QString &language);

    //! False, and nothing changes, where it would leave the list.
    bool move(int row, int places);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited(); //!< by the user: switched or moved

private:
    std::vector<DraftSection> m_sections;
    QString m_language;
};

} // namespace tickmark::reportview
