public import BriefModel
import Glibc

extension Clock {
    /// The machine's own clock. Everything else gets its time injected.
    public static let system = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(secondsSince1970: Int64(time.tv_sec))
    }
}
