// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExcerptNumbers.h"
#include <news/MentionFinder.h>

#include <QTextEdit>

#include <style/Appearance.h>
#include <style/Fonts.h>

#include <optional>
#include <vector>

namespace tickmark::newsview {

//! A foreign text as plain text: never markup, nothing loaded, no link followed. Places in it, mentions and checked numbers,
//! can be activated, with the mouse or with Tab and Enter; numbers are underlined by verdict. GUI thread; lays out a long
//! text piece by piece, because a layout of all of it would hold up the window.
class ExcerptText : public QTextEdit
{
    Q_OBJECT

public:
    //! UTF-16 units that are laid out at once; the next ones when the end is scrolled near.
    static constexpr qsizetype kPiece = 8 * 1024;

    explicit ExcerptText(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! As high as the text, in the type of `role`: for a text of a few lines.
    void fitText(style::TextRole role);
    //! `mentions` are ascending places in `text`. Shows the first piece; numbers of a former text go.
    void setExcerpt(const QString &text, const std::vector<news::Mention> &mentions);
    //! Places in the text, ascending, inside of it.
    void setNumbers(std::vector<CheckedNumber> numbers);
    //! The number of that claim gets the tint and is scrolled into view.
    void setActive(const std::optional<store::ClaimKey> &key);
    //! Of the claim's number in this widget's viewport, its lines together; nothing when it is not laid out.
    [[nodiscard]] std::optional<QRect> numberRect(const store::ClaimKey &key) const;
    [[nodiscard]] bool isComplete() const { return m_shown >= m_text.size(); }

    QVariant loadResource(int type, const QUrl &name) override;
    //! As high as what is laid out, up to some twenty lines.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void mentionActivated(qint64 instrumentId);
    //! Of a number with several claims the first one; the next one when that is the active one.
    void claimActivated(const tickmark::store::ClaimKey &key);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    //! A mention or a number in the document, whose places differ from the text's after a long line was broken.
    struct Place
    {
        int start = 0;
        int end = 0;
        qint64 instrumentId = 0;           //!< of a mention
        std::optional<std::size_t> number; //!< of m_numbers; nothing: a mention
    };

    void showNextPiece();
    void showMoreNearTheEnd();
    void append(qsizetype end);
    void restyle();
    void findPlaces();
    [[nodiscard]] int inDocument(qsizetype at) const;
    [[nodiscard]] std::optional<size_t> placeAt(const QPoint &position) const;
    [[nodiscard]] std::optional<size_t> placeOf(const store::ClaimKey &key) const;
    void activate(size_t place);
    void setHovered(std::optional<size_t> place);
    void setFocused(std::optional<size_t> place);
    void scrollTo(size_t place);
    void showMarked();
    [[nodiscard]] QTextCursor cursorOver(size_t place) const;
    //! One for each line that the place stands on, from the baseline up; in the viewport.
    [[nodiscard]] std::vector<QRectF> linesOf(const Place &place) const;
    void paintNumbers(const QRect &exposed);

    const style::Appearance &m_appearance;
    QString m_text;
    std::vector<news::Mention> m_mentions; //!< in m_text
    std::vector<CheckedNumber> m_numbers;  //!< in m_text
    std::vector<Place> m_places;           //!< of those that are shown, ascending
    std::vector<qsizetype> m_breaks;       //!< where in m_text a line end was put in, ascending
    qsizetype m_shown = 0;
    qsizetype m_column = 0;  //!< UTF-16 units since the last line end that is shown
    bool m_isFitted = false; //!< to its text: nothing in it scrolls
    std::optional<size_t> m_hovered;
    std::optional<size_t> m_focused;
    std::optional<store::ClaimKey> m_active;
};

} // namespace tickmark::newsview
