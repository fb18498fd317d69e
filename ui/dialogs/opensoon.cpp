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

/// What is done with a dialog turn by turn, until it is closed.
class Turns : public QObject
{
public:
    explicit Turns(QDialog &dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        connect(&dialog, &QDialog::finished, this, &Turns::stop);
        m_timer.start(0, this); // it fires once a turn, unlike posted events
    }

protected:
    virtual void takeTurn() = 0;

    QDialog &dialog() { return m_dialog; }
    void stop()
    {
        m_timer.stop();
        deleteLater();
    }
    void timerEvent(QTimerEvent *event) override
    {
        if (event->timerId() == m_timer.timerId())
            takeTurn();
        else
            QObject::timerEvent(event);
    }

private:
    QDialog &m_dialog;
    QBasicTimer m_timer;
};

class Opening : public Turns
{
public:
    explicit Opening(QDialog &dialog)
        : Turns(dialog)
    {
        find();
    }

protected:
    void takeTurn() override
    {
        switch (m_step) {
        case Step::Polish:
            polishSome();
            break;
        case Step::Place:
            if (dialog().layout())
                dialog().layout()->activate();
            m_step = Step::Create;
            break;
        case Step::Create:
            dialog().setWindowModality(Qt::WindowModal);
            dialog().winId();
            m_step = Step::Show;
            break;
        case Step::Show:
            stop();
            dialog().open();
            break;
        }
    }

private:
    enum class Step { Polish, Place, Create, Show };

    void find()
    {
        for (QWidget *widget : dialog().findChildren<QWidget *>())
            m_widgets.emplace_back(widget);
        for (const auto &widget : m_widgets) // or all would be polished in the next turn
            QCoreApplication::removePostedEvents(widget, QEvent::PolishRequest);
        QCoreApplication::removePostedEvents(&dialog(), QEvent::PolishRequest);
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

    Step m_step = Step::Polish;
    std::vector<QPointer<QWidget>> m_widgets;
    std::size_t m_next = 0;
};

class Closing : public Turns
{
public:
    using Turns::Turns;

protected:
    void takeTurn() override
    {
        switch (m_step++) {
        case 1: // the turn before painted
            disconnect(&dialog(), nullptr, this, nullptr);
            m_isDeleted = dialog().testAttribute(Qt::WA_DeleteOnClose);
            dialog().setAttribute(Qt::WA_DeleteOnClose, false);
            dialog().QDialog::accept();
            break;
        case 2: // the window below has painted
            stop();
            if (m_isDeleted)
                dialog().deleteLater();
            break;
        default:
            break;
        }
    }

private:
    int m_step = 0;
    bool m_isDeleted = false;
};

} // namespace

void acceptSoon(QDialog &dialog) { new Closing(dialog); }

void openSoon(QDialog &dialog) { new Opening(dialog); }

} // namespace sf
