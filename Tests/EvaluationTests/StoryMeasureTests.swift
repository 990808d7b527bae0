import StoryMeasures
import Testing

@Suite("How well groupings agree") struct PartitionTests {
    /// Figures of scikit-learn 1.9.1 (`adjusted_mutual_info_score`, `normalized_mutual_info_score`); B-cubed by hand.
    @Test("agrees with scikit-learn")
    func likeTheField() {
        let partition = Partition(wanted: [0, 0, 0, 1, 1, 2, 2, 2, 2, 3], found: [5, 5, 6, 6, 6, 7, 7, 7, 8, 8])
        #expect(abs(partition.ami - 0.496519255395) < 1e-9)
        #expect(abs(partition.nmi - 0.718265944175) < 1e-9)
        #expect(abs(partition.precision - 0.766666666667) < 1e-9)
        #expect(abs(partition.recall - 0.716666666667) < 1e-9)
    }

    @Test("the same grouping under other names is perfect; all in one is worth nothing")
    func extremes() {
        #expect(abs(Partition(wanted: [0, 0, 1], found: [9, 9, 4]).ami - 1) < 1e-9)
        #expect(abs(Partition(wanted: [0, 0, 1, 1], found: [3, 3, 3, 3]).ami) < 1e-9)
    }
}
