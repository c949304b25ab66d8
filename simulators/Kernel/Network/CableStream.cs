namespace PairingLab.Kernel.Network;

/// <summary>A connection that runs over a cable and feels what is done to it.</summary>
internal sealed class CableStream(Cable cable, Stream inner, string? path) : Stream
{
    // Who closes a connection does not wait for a cut cable to be mended.
    private readonly CancellationTokenSource closed = new();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        await PassAsync(cancellationToken);
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ = closed.CancelAsync();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask PassAsync(CancellationToken cancel)
    {
        if (cable.DivertedTo != path)
        {
            throw new IOException($"cable {cable.Id}: connection reset");
        }

        if (cable.Path == CableState.Connected)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, closed.Token);
        try
        {
            await cable.PassAsync(either.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"cable {cable.Id}: the connection was closed", e);
        }
    }
}
