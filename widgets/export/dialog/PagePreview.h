// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PreviewDrawing.h"

#include <QWidget>

#include <style/Appearance.h>

namespace tickmark::exportdialog {

//! Shows a preview as a sheet in true proportion, or the first lines of a table. Paints what it is given; until a new one comes
//! the former stays, pale once it is known to be outdated. GUI thread; `appearance` outlives it.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(const style::Appearance &appearance, QWidget *parent = nullptr);

    void show(const Preview &preview);
    //! Another will come, of these measures where they are known already.
    void outdate(QSizeF millimetres, QSize pixels);
    [[nodiscard]] bool isOutdated() const { return m_isOutdated; }
    //! A sentence in place of the page.
    void clear(const QString &sentence);
    //! Device pixels that a page may have.
    [[nodiscard]] QSize room() const;
    [[nodiscard]] const Preview &shown() const { return m_preview; }
    [[nodiscard]] QSize sizeHint() const override { return {620, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 200}; }

Q_SIGNALS:
    void roomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintPage(QPainter &painter) const;
    void paintLines(QPainter &painter) const;

    const style::Appearance &m_appearance;
    Preview m_preview;
    QString m_sentence;
    bool m_isOutdated = false;
};

} // namespace tickmark::exportdialog
