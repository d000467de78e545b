// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskState.h"

#include <vector>

namespace tickmark::desk {

//! A chart of the desk under a number that stays its own, from 1.
struct ListedPane
{
    int id = 0;
    DeskPane pane;
};

//! The charts of a desk in order: the linked ones first, then those with a time axis of their own.
class PaneList
{
public:
    void assign(const std::vector<DeskPane> &panes);
    [[nodiscard]] const std::vector<ListedPane> &all() const { return m_panes; }
    [[nodiscard]] std::vector<ListedPane> linked() const;
    [[nodiscard]] std::vector<ListedPane> unlinked() const;
    [[nodiscard]] bool isEmpty() const { return m_panes.empty(); }
    //! Null when it is not there.
    [[nodiscard]] const DeskPane *find(int id) const;
    [[nodiscard]] DeskPane *find(int id);
    //! Its place among the charts of its kind, linked or not; -1 when it is not there.
    [[nodiscard]] int placeOf(int id) const;
    [[nodiscard]] int idAt(int index) const; //!< 0 outside the list
    [[nodiscard]] int indexOf(int id) const; //!< -1 when it is not there

    //! At the end of its kind, or right after `after`; the new id.
    int add(const DeskPane &pane, int after = 0);
    void remove(int id);
    void setLinked(int id, bool linked);
    [[nodiscard]] bool canMove(int id, int places) const;
    //! Among the charts of its kind.
    void move(int id, int places);
    //! Before the chart that is at `place` of its kind now.
    void moveBefore(int id, int place);

private:
    void sort();

    std::vector<ListedPane> m_panes;
    int m_lastId = 0;
};

} // namespace tickmark::desk
