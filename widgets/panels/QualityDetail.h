// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/QualityFinding.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>

class QLabel;
class QPushButton;

namespace tickmark::panels {

//! One finding in whole sentences, with all its sessions, what can be done about it, and the buttons that do it: the
//! sentences scroll where there is little room, the buttons never. Tells what was asked for; does nothing itself. GUI
//! thread.
class QualityDetail : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit QualityDetail(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Nothing: empty.
    void setFinding(const std::optional<analysis::QualityFinding> &finding);
    //! Without a writer no button that writes.
    void setWritable(bool isWritable);
    //! Without a dialog for sources no button for it.
    void setHasSources(bool hasSources);

Q_SIGNALS:
    void showWanted();
    void correctionWanted();
    //! That the charts show this series from now on.
    void preferenceWanted();
    void sourcesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void retranslate();
    void recolor();
    void showFinding();
    void keepRoom();

    const style::Appearance &m_appearance;
    std::optional<analysis::QualityFinding> m_finding;
    bool m_isWritable = false;
    bool m_hasSources = false;
    QLabel *m_sentence;
    QLabel *m_sessions;
    QLabel *m_advice;
    QPushButton *m_show;
    QPushButton *m_correct;
    QPushButton *m_prefer;
    QPushButton *m_sources;
};

} // namespace tickmark::panels
