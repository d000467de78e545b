// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WindowActions.h"
#include <core/Time.h>

#include <QToolBar>

#include <style/Appearance.h>

#include <optional>
#include <vector>

class QToolButton;

namespace tickmark::window {

//! The tool bar: ranges, curve, scale, base date, trading time, follow; what the middle shows, and export, at the right.
//! Buttons stand for actions of the menus under shorter names. GUI thread.
class ToolRow : public QToolBar
{
    Q_OBJECT

public:
    ToolRow(const style::Appearance &appearance, const WindowActions &actions, QWidget *parent = nullptr);

    //! What the base button says: "Base: 24 Jan 2025", or that there is none.
    void setBase(std::optional<core::SessionDate> base);
    //! Claims are in the middle: the tools of charts go.
    void setComparing(bool comparing);
    [[nodiscard]] QMenu *exportMenu() const { return m_exportMenu; }

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Text
    {
        QToolButton *button;
        QAction *action;
        const char *text;
    };

    QToolButton *makeButton(QAction *action, const char *text, const char *segment);
    void addSegments(std::initializer_list<std::pair<Command, const char *>> segments);
    QToolButton *addMenuButton(QMenu *menu);
    void addFramed(QToolButton *button);
    void addGap();
    void retranslate();

    const style::Appearance &m_appearance;
    const WindowActions &m_actions;
    std::vector<Text> m_texts;
    QList<QAction *> m_ofCharts; //!< that hold the tools which only charts have
    std::optional<core::SessionDate> m_base;
    QMenu *m_curveMenu;
    QMenu *m_exportMenu;
    QToolButton *m_curve;
    QToolButton *m_baseButton;
    QToolButton *m_export;
};

} // namespace tickmark::window
