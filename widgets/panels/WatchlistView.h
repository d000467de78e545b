// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/WatchlistModel.h>

#include <QStringList>
#include <QTreeView>

#include <style/Appearance.h>

namespace tickmark::panels {

//! The rows of the watchlist: always unfolded, several can be selected and dragged, selection and position outlive a
//! reload. Ctrl+C copies the selected rows.
class WatchlistView : public QTreeView
{
    Q_OBJECT

public:
    WatchlistView(const style::Appearance &appearance, tables::WatchlistModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QStringList selectedSymbols() const; //!< from top to bottom
    [[nodiscard]] QString currentSymbol() const;
    //! False when the list does not have it.
    bool selectSymbol(const QString &symbol);

Q_SIGNALS:
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    void remember();
    void restore();
    void copySelected();

    const style::Appearance &m_appearance;
    tables::WatchlistModel &m_model;
    QStringList m_selected; //!< while the model is read anew
    QString m_current;
    int m_position = 0;
};

} // namespace tickmark::panels
