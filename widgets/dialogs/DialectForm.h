// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportPreview.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace tickmark::dialogs {

//! Fills a box with the zones in which markets trade; another one can be typed. Its data are IANA names.
void fillZones(QComboBox &box);
//! The zone a box shows; empty when the system does not know it, or for "as in the file".
[[nodiscard]] QByteArray zoneOf(const QComboBox &box);
//! Fills a box with the usual lengths of a bar; their data are nanoseconds.
void fillIntervals(QComboBox &box);

//! How a file is written, to be corrected by hand. Shows the preview's profile; owned by its page.
class DialectForm : public QWidget
{
    Q_OBJECT

public:
    explicit DialectForm(QWidget *parent = nullptr);

    void show(const ImportPreview &preview, const ImportDraft &draft);
    void retranslate();

Q_SIGNALS:
    void edited(const std::function<void(ImportDraft &)> &change);

private:
    QComboBox *addBox(QFormLayout &layout, const char *objectName);
    void fill();

    QList<QLabel *> m_labels;
    QComboBox *m_separator;
    QComboBox *m_encoding;
    QSpinBox *m_header;
    QComboBox *m_numbers;
    QComboBox *m_dates;
    QComboBox *m_zone;
    QFormLayout *m_right;
    QComboBox *m_interval;
};

} // namespace tickmark::dialogs
