// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Judge.h>

#include <QPlainTextEdit>

#include <style/Appearance.h>

#include <span>
#include <vector>

namespace tickmark::claimview {

//! A plain text that the user writes, pastes or drops, its numbers underlined by their verdicts. Nothing foreign keeps its
//! markup. Marks move with what is typed before them, and one that is typed into goes. GUI thread; paints only the lines
//! in view, linear in the number of marks.
class ClaimEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct Mark
    {
        claims::TextSpan span; //!< in toPlainText(); empty: no longer in the text
        claims::VerdictCode code = claims::VerdictCode::NoData;
    };

    explicit ClaimEditor(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! In place of those before, the chosen one included; in the order of the text.
    void setMarks(std::vector<Mark> marks);
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    //! The one with a tint; -1: none. The cursor stays.
    void setCurrentMark(int mark);
    //! The cursor goes to it unless it is there already; markEntered() does not come.
    void goToMark(int mark);
    //! The first one that the cursor is in or at; -1: none.
    [[nodiscard]] int markAtCursor() const;
    //! What the user can take back with Undo.
    void replaceText(const QString &text);

Q_SIGNALS:
    //! The cursor was moved into a mark.
    void markEntered(int mark);
    void fileDropped(const QString &path);
    void pasteRefused(); //!< with it the text would be longer than what can be checked

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool isInside(const Mark &mark) const;
    [[nodiscard]] const Mark *markOf(int index) const;
    void moveMarks(int position, int removed, int added);
    void followCursor();
    void tintCurrent();
    void restyle();
    void paintBlock(QPainter &painter, const QTextBlock &block, QPointF topLeft, std::span<const Mark> marks) const;

    const style::Appearance &m_appearance;
    std::vector<Mark> m_marks;
    int m_current = -1;
    bool m_isMoving = false; //!< the cursor, by the program
};

} // namespace tickmark::claimview
