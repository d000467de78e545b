// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <news/MentionFinder.h>

#include <QTextEdit>

#include <style/Appearance.h>

#include <optional>
#include <vector>

namespace tickmark::newsview {

//! A foreign text as plain text: never markup, nothing loaded, no link followed. Places in it can be activated, with the
//! mouse or with Tab and Enter. GUI thread; lays out a long text piece by piece, because a layout of all of it would hold
//! up the window.
class ExcerptText : public QTextEdit
{
    Q_OBJECT

public:
    //! UTF-16 units that are laid out at once; the next ones when the end is scrolled near.
    static constexpr qsizetype kPiece = 8 * 1024;

    explicit ExcerptText(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! `mentions` are ascending places in `text`. Shows the first piece.
    void setExcerpt(const QString &text, const std::vector<news::Mention> &mentions);
    [[nodiscard]] bool isComplete() const { return m_shown >= m_text.size(); }

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void mentionActivated(qint64 instrumentId);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    //! A mention in the document, whose places differ from the text's after a long line was broken.
    struct Place
    {
        int start = 0;
        int end = 0;
        qint64 instrumentId = 0;
    };

    void showNextPiece();
    void showMoreNearTheEnd();
    void append(qsizetype end);
    void restyle();
    [[nodiscard]] std::optional<size_t> mentionAt(const QPoint &position) const;
    void setHovered(std::optional<size_t> mention);
    void setFocused(std::optional<size_t> mention);
    void showMarked();
    [[nodiscard]] QTextCursor cursorOver(size_t mention) const;

    const style::Appearance &m_appearance;
    QString m_text;
    std::vector<news::Mention> m_mentions; //!< in m_text
    std::vector<Place> m_places;           //!< of those that are shown
    qsizetype m_shown = 0;
    qsizetype m_column = 0; //!< UTF-16 units since the last line end that is shown
    std::optional<size_t> m_hovered;
    std::optional<size_t> m_focused;
};

} // namespace tickmark::newsview
