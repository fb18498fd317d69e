// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/opensoon.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QDialog>
#include <QLayout>
#include <QPointer>
#include <QTimerEvent>

#include <algorithm>
#include <vector>

namespace sf {

namespace {

constexpr std::size_t polishedAtOnce = 24;

class Opening : public QObject
{
public:
    explicit Opening(QDialog &dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        connect(&dialog, &QDialog::finished, this, [this] { m_timer.stop(); });
        find();
        m_timer.start(0, this); // it fires once a turn, unlike posted events
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        if (event->timerId() != m_timer.timerId()) {
            QObject::timerEvent(event);
            return;
        }
        switch (m_step) {
        case Step::Polish:
            polishSome();
            break;
        case Step::Place:
            if (m_dialog.layout())
                m_dialog.layout()->activate();
            m_step = Step::Create;
            break;
        case Step::Create:
            m_dialog.setWindowModality(Qt::WindowModal);
            m_dialog.winId();
            m_step = Step::Show;
            break;
        case Step::Show:
            m_timer.stop();
            m_dialog.open();
            deleteLater();
            break;
        }
    }

private:
    enum class Step { Polish, Place, Create, Show };

    void find()
    {
        for (QWidget *widget : m_dialog.findChildren<QWidget *>())
            m_widgets.emplace_back(widget);
        for (const auto &widget : m_widgets) // or all would be polished in the next turn
            QCoreApplication::removePostedEvents(widget, QEvent::PolishRequest);
        QCoreApplication::removePostedEvents(&m_dialog, QEvent::PolishRequest);
    }
    void polishSome()
    {
        const std::size_t end = std::min(m_next + polishedAtOnce, m_widgets.size());
        for (; m_next < end; ++m_next) {
            if (m_widgets[m_next])
                m_widgets[m_next]->ensurePolished();
        }
        if (m_next == m_widgets.size())
            m_step = Step::Place;
    }

    QDialog &m_dialog;
    QBasicTimer m_timer;
    Step m_step = Step::Polish;
    std::vector<QPointer<QWidget>> m_widgets;
    std::size_t m_next = 0;
};

class Closing : public QObject
{
public:
    explicit Closing(QDialog &dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        m_timer.start(0, this);
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        if (event->timerId() != m_timer.timerId()) {
            QObject::timerEvent(event);
            return;
        }
        switch (m_step++) {
        case 1: // the turn before painted
            m_isDeleted = m_dialog.testAttribute(Qt::WA_DeleteOnClose);
            m_dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            m_dialog.QDialog::accept();
            break;
        case 2: // the window below has painted
            m_timer.stop();
            if (m_isDeleted)
                m_dialog.deleteLater();
            deleteLater();
            break;
        default:
            break;
        }
    }

private:
    QDialog &m_dialog;
    QBasicTimer m_timer;
    int m_step = 0;
    bool m_isDeleted = false;
};

} // namespace

void acceptSoon(QDialog &dialog) { new Closing(dialog); }

void openSoon(QDialog &dialog) { new Opening(dialog); }

} // namespace sf
