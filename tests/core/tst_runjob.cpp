// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/runjob.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <optional>

using namespace sf;
using namespace Qt::StringLiterals;

class TestRunJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultArrivesInTheContextsThread();
    void errorArrives();
    void cancelIsSeenByTheWork();
    void progressIsSeenOutside();
    void contextGoneBeforeTheEnd();
    void contextGoneBetweenTheEndAndTheDelivery();
    void jobOutlivesItsHandle();
    void poolLeavesAThreadToTheWindow();
};

void TestRunJob::resultArrivesInTheContextsThread()
{
    QObject context;
    QThread *worked = nullptr;
    QThread *delivered = nullptr;
    std::optional<Result<int>> result;
    runJob<int>(
        &context,
        [&](Job &) -> Result<int> {
            worked = QThread::currentThread();
            return 42;
        },
        [&](Result<int> got) {
            delivered = QThread::currentThread();
            result = std::move(got);
        });
    QVERIFY(!result); // never at once
    QTRY_VERIFY(result);
    QCOMPARE(result->value(), 42);
    QCOMPARE(delivered, QThread::currentThread());
    QVERIFY(worked && worked != delivered);
}

void TestRunJob::errorArrives()
{
    QObject context;
    std::optional<Status> result;
    runJob<void>(
        &context, [](Job &) -> Status { return fail(ErrorCode::FileEmpty, {u"a.xml"_s}); },
        [&](Status got) { result = std::move(got); });
    QTRY_VERIFY(result);
    QCOMPARE(result->error(), (Error{ErrorCode::FileEmpty, {u"a.xml"_s}, {}}));
}

void TestRunJob::cancelIsSeenByTheWork()
{
    QObject context;
    std::optional<Result<int>> result;
    const auto job = runJob<int>(
        &context,
        [](Job &self) -> Result<int> {
            while (!self.isCancelled())
                QThread::yieldCurrentThread();
            return fail(ErrorCode::Cancelled);
        },
        [&](Result<int> got) { result = std::move(got); });
    QVERIFY(!job->isCancelled());
    job->cancel();
    QTRY_VERIFY(result);
    QCOMPARE(result->error().code, ErrorCode::Cancelled);
}

void TestRunJob::progressIsSeenOutside()
{
    QObject context;
    QSemaphore halfway;
    QSemaphore goOn;
    bool isDone = false;
    const auto job = runJob<int>(
        &context,
        [&](Job &self) -> Result<int> {
            self.setProgress(5, 10);
            halfway.release();
            goOn.acquire();
            return 0;
        },
        [&](Result<int>) { isDone = true; });
    halfway.acquire();
    QCOMPARE(job->done(), 5);
    QCOMPARE(job->total(), 10);
    goOn.release();
    QTRY_VERIFY(isDone);
}

void TestRunJob::contextGoneBeforeTheEnd()
{
    auto context = std::make_unique<QObject>();
    QSemaphore goOn;
    bool isCalled = false;
    runJob<int>(
        context.get(),
        [&](Job &) -> Result<int> {
            goOn.acquire();
            return 1;
        },
        [&](Result<int>) { isCalled = true; });
    context.reset();
    goOn.release();
    jobPool().waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!isCalled);
}

void TestRunJob::contextGoneBetweenTheEndAndTheDelivery()
{
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    runJob<int>(
        context.get(), [](Job &) -> Result<int> { return 1; }, [&](Result<int>) { isCalled = true; });
    jobPool().waitForDone();
    context.reset();
    QCoreApplication::processEvents();
    QVERIFY(!isCalled);
}

void TestRunJob::jobOutlivesItsHandle()
{
    QObject context;
    int sum = 0;
    for (int i = 1; i <= 100; ++i) {
        runJob<int>(
            &context, [i](Job &job) -> Result<int> { return job.isCancelled() ? 0 : i; },
            [&](Result<int> got) { sum += *got; });
    }
    QTRY_COMPARE(sum, 5050);
}

void TestRunJob::poolLeavesAThreadToTheWindow()
{
    QCOMPARE(jobPool().maxThreadCount(), std::max(2, QThread::idealThreadCount() - 1));
}

QTEST_GUILESS_MAIN(TestRunJob)
#include "tst_runjob.moc"
