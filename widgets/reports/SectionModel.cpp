// SPDX-License-Identifier: GPL-3.0-or-later
#include "SectionModel.h"

#include <algorithm>

namespace tickmark::reportview {

using report::SectionKind;

namespace {

//! Of these there is one in a report that has not said otherwise.
constexpr SectionKind kUsual[] = {SectionKind::Summary,  SectionKind::Chart,   SectionKind::Headlines,
                                  SectionKind::Verdicts, SectionKind::Quality, SectionKind::Method,
                                  SectionKind::Sources};

void addMissing(std::vector<DraftSection> &sections)
{
    for (const SectionKind kind : kUsual) {
        if (std::ranges::none_of(sections, [kind](const DraftSection &one) { return one.section.kind == kind; })) {
            report::Section section;
            section.kind = kind;
            sections.push_back({section, false});
        }
    }
}

} // namespace

SectionModel::SectionModel(QObject *parent) : QAbstractListModel(parent) {}

void SectionModel::setTemplate(const report::ReportTemplate &value)
{
    std::vector<DraftSection> sections;
    for (const report::Section &section : value.sections)
        sections.push_back({section, true});
    setSections(std::move(sections));
}

void SectionModel::setSections(std::vector<DraftSection> sections)
{
    beginResetModel();
    m_sections = std::move(sections);
    addMissing(m_sections);
    endResetModel();
}

report::ReportTemplate SectionModel::chosen() const
{
    report::ReportTemplate value;
    for (const DraftSection &one : m_sections) {
        if (one.isOn)
            value.sections.push_back(one.section);
    }
    return value;
}

void SectionModel::setLanguage(const QString &language)
{
    m_language = language;
    if (!m_sections.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole});
}

bool SectionModel::move(int row, int places)
{
    const int to = row + places;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount() || places == 0)
        return false;
    beginMoveRows({}, row, row, {}, places > 0 ? to + 1 : to);
    const auto from = m_sections.begin() + row;
    if (places > 0)
        std::rotate(from, from + 1, m_sections.begin() + to + 1);
    else
        std::rotate(m_sections.begin() + to, from, from + 1);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

int SectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sections.size());
}

QVariant SectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DraftSection &one = m_sections[std::size_t(index.row())];
    if (role == Qt::CheckStateRole)
        return one.isOn ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole)
        return {};
    const QString own = one.section.heading.in(m_language).simplified();
    if (!own.isEmpty())
        return own;
    return one.section.kind == SectionKind::Text ? one.section.text.in(m_language).simplified().left(60)
                                                 : report::usualHeading(one.section.kind);
}

bool SectionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_sections[std::size_t(index.row())].isOn = value.value<Qt::CheckState>() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags SectionModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace tickmark::reportview
